using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyPortal.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class NamedStages : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "RemindedOn",
                table: "Quizzes",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StageBits",
                table: "Quizzes",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "StageBits",
                table: "StudyMaterials",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "StageBits",
                table: "Courses",
                type: "integer",
                nullable: false,
                defaultValue: 0);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "RemindedOn",
                table: "Quizzes");

            migrationBuilder.DropColumn(
                name: "StageBits",
                table: "Quizzes");

            migrationBuilder.DropColumn(
                name: "StageBits",
                table: "StudyMaterials");

            migrationBuilder.DropColumn(
                name: "StageBits",
                table: "Courses");
        }
    }
}
