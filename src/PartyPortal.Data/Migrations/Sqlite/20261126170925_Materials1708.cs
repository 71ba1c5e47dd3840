using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Materials1708 : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Captions",
                table: "StudyMaterials",
                type: "TEXT",
                maxLength: 200000,
                nullable: true,
                collation: "BINARY");

            migrationBuilder.AddColumn<string>(
                name: "Chapters",
                table: "StudyMaterials",
                type: "TEXT",
                maxLength: 4000,
                nullable: true,
                collation: "BINARY");

            migrationBuilder.AddColumn<string>(
                name: "ExemptBecause",
                table: "StudyMaterials",
                type: "TEXT",
                maxLength: 300,
                nullable: true,
                collation: "BINARY");

            migrationBuilder.AddColumn<bool>(
                name: "MayNotBePassedOn",
                table: "StudyMaterials",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Transcript",
                table: "StudyMaterials",
                type: "TEXT",
                maxLength: 200000,
                nullable: true,
                collation: "BINARY");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Captions",
                table: "StudyMaterials");

            migrationBuilder.DropColumn(
                name: "Chapters",
                table: "StudyMaterials");

            migrationBuilder.DropColumn(
                name: "ExemptBecause",
                table: "StudyMaterials");

            migrationBuilder.DropColumn(
                name: "MayNotBePassedOn",
                table: "StudyMaterials");

            migrationBuilder.DropColumn(
                name: "Transcript",
                table: "StudyMaterials");
        }
    }
}
