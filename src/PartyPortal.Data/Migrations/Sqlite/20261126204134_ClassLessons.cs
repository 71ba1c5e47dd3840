using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ClassLessons : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "ClassId",
                table: "Lessons",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Lessons_ClassId",
                table: "Lessons",
                column: "ClassId");

            migrationBuilder.CreateIndex(
                name: "IX_Lessons_CourseId_ClassId",
                table: "Lessons",
                columns: new[] { "CourseId", "ClassId" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Lessons_TrainingClasses_ClassId",
                table: "Lessons",
                column: "ClassId",
                principalTable: "TrainingClasses",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Lessons_TrainingClasses_ClassId",
                table: "Lessons");

            migrationBuilder.DropIndex(
                name: "IX_Lessons_ClassId",
                table: "Lessons");

            migrationBuilder.DropIndex(
                name: "IX_Lessons_CourseId_ClassId",
                table: "Lessons");

            migrationBuilder.DropColumn(
                name: "ClassId",
                table: "Lessons");
        }
    }
}
