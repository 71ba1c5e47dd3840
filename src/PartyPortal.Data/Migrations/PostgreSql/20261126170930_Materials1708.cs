using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyPortal.Data.Migrations.PostgreSql
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
                type: "character varying(200000)",
                maxLength: 200000,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "Chapters",
                table: "StudyMaterials",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<string>(
                name: "ExemptBecause",
                table: "StudyMaterials",
                type: "character varying(300)",
                maxLength: 300,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "MayNotBePassedOn",
                table: "StudyMaterials",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Transcript",
                table: "StudyMaterials",
                type: "character varying(200000)",
                maxLength: 200000,
                nullable: true,
                collation: "C");
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
