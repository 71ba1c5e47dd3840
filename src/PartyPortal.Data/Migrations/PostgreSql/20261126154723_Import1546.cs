using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyPortal.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Import1546 : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "UndoneBy",
                table: "PeopleImports",
                type: "character varying(36)",
                maxLength: 36,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<int>(
                name: "UndoneIn",
                table: "PeopleImports",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_PeopleImports_UndoneBy",
                table: "PeopleImports",
                column: "UndoneBy");

            migrationBuilder.AddForeignKey(
                name: "FK_PeopleImports_Accounts_UndoneBy",
                table: "PeopleImports",
                column: "UndoneBy",
                principalTable: "Accounts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_PeopleImports_Accounts_UndoneBy",
                table: "PeopleImports");

            migrationBuilder.DropIndex(
                name: "IX_PeopleImports_UndoneBy",
                table: "PeopleImports");

            migrationBuilder.DropColumn(
                name: "UndoneBy",
                table: "PeopleImports");

            migrationBuilder.DropColumn(
                name: "UndoneIn",
                table: "PeopleImports");
        }
    }
}
