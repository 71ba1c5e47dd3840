using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StudyInDepth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Without the copy of the table that would be made otherwise, outside of the transaction.
            migrationBuilder.Sql("ALTER TABLE \"CourseAssignments\" DROP COLUMN \"AssignedBy\";");

            migrationBuilder.AddColumn<int>(
                name: "StageBits",
                table: "StudyMaterials",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RemindedOn",
                table: "Quizzes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StageBits",
                table: "Quizzes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "StaysInOffice",
                table: "ProblemReports",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "TrainedElsewhere",
                table: "PersonPeriod",
                type: "TEXT",
                maxLength: 200,
                nullable: true,
                collation: "BINARY");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClassSince",
                table: "Lessons",
                type: "TEXT",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<int>(
                name: "StageBits",
                table: "Courses",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // What was given before was completed then, or closed by its learner.
            migrationBuilder.AddColumn<bool>(
                name: "IsInCourses",
                table: "ClassCertificates",
                type: "INTEGER",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "AwaitsWord",
                table: "CircleMembers",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "EarlierClasses",
                columns: table => new
                {
                    LessonId = table.Column<int>(type: "INTEGER", nullable: false),
                    ClassId = table.Column<int>(type: "INTEGER", nullable: false),
                    BranchId = table.Column<int>(type: "INTEGER", nullable: false),
                    Since = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EarlierClasses", x => new { x.LessonId, x.ClassId });
                    table.ForeignKey(
                        name: "FK_EarlierClasses_Lessons_LessonId",
                        column: x => x.LessonId,
                        principalTable: "Lessons",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_EarlierClasses_TrainingClasses_ClassId",
                        column: x => x.ClassId,
                        principalTable: "TrainingClasses",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StudyFigures",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BranchId = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Of = table.Column<int>(type: "INTEGER", nullable: false),
                    Reached = table.Column<int>(type: "INTEGER", nullable: false),
                    Finished = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StudyFigures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StudyFigures_Branches_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "WithdrawnCertificates",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false, collation: "BINARY"),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false, collation: "BINARY"),
                    BranchId = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WithdrawnCertificates", x => x.Code);
                    table.ForeignKey(
                        name: "FK_WithdrawnCertificates_Branches_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ClassCertificates_IsInCourses_Id",
                table: "ClassCertificates",
                columns: new[] { "IsInCourses", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_EarlierClasses_ClassId",
                table: "EarlierClasses",
                column: "ClassId");

            migrationBuilder.CreateIndex(
                name: "IX_StudyFigures_BranchId_Day",
                table: "StudyFigures",
                columns: new[] { "BranchId", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WithdrawnCertificates_BranchId",
                table: "WithdrawnCertificates",
                column: "BranchId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EarlierClasses");

            migrationBuilder.DropTable(
                name: "StudyFigures");

            migrationBuilder.DropTable(
                name: "WithdrawnCertificates");

            migrationBuilder.DropIndex(
                name: "IX_ClassCertificates_IsInCourses_Id",
                table: "ClassCertificates");

            migrationBuilder.DropColumn(
                name: "StageBits",
                table: "StudyMaterials");

            migrationBuilder.DropColumn(
                name: "RemindedOn",
                table: "Quizzes");

            migrationBuilder.DropColumn(
                name: "StageBits",
                table: "Quizzes");

            migrationBuilder.DropColumn(
                name: "StaysInOffice",
                table: "ProblemReports");

            migrationBuilder.DropColumn(
                name: "TrainedElsewhere",
                table: "PersonPeriod");

            migrationBuilder.DropColumn(
                name: "ClassSince",
                table: "Lessons");

            migrationBuilder.DropColumn(
                name: "StageBits",
                table: "Courses");

            migrationBuilder.DropColumn(
                name: "IsInCourses",
                table: "ClassCertificates");

            migrationBuilder.DropColumn(
                name: "AwaitsWord",
                table: "CircleMembers");

            migrationBuilder.AddColumn<string>(
                name: "AssignedBy",
                table: "CourseAssignments",
                type: "TEXT",
                maxLength: 36,
                nullable: true,
                collation: "BINARY");
        }
    }
}
