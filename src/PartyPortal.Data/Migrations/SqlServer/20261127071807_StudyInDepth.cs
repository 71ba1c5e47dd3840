using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class StudyInDepth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AssignedBy",
                table: "CourseAssignments");

            migrationBuilder.AddColumn<int>(
                name: "StageBits",
                table: "StudyMaterials",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "RemindedOn",
                table: "Quizzes",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "StageBits",
                table: "Quizzes",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "StaysInOffice",
                table: "ProblemReports",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "TrainedElsewhere",
                table: "PersonPeriod",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateOnly>(
                name: "ClassSince",
                table: "Lessons",
                type: "date",
                nullable: false,
                defaultValue: new DateOnly(1, 1, 1));

            migrationBuilder.AddColumn<int>(
                name: "StageBits",
                table: "Courses",
                type: "int",
                nullable: false,
                defaultValue: 0);

            // What was given before was completed then, or closed by its learner.
            migrationBuilder.AddColumn<bool>(
                name: "IsInCourses",
                table: "ClassCertificates",
                type: "bit",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "AwaitsWord",
                table: "CircleMembers",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "EarlierClasses",
                columns: table => new
                {
                    LessonId = table.Column<int>(type: "int", nullable: false),
                    ClassId = table.Column<int>(type: "int", nullable: false),
                    BranchId = table.Column<int>(type: "int", nullable: false),
                    Since = table.Column<DateOnly>(type: "date", nullable: false)
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
                    Id = table.Column<int>(type: "int", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    BranchId = table.Column<int>(type: "int", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Of = table.Column<int>(type: "int", nullable: false),
                    Reached = table.Column<int>(type: "int", nullable: false),
                    Finished = table.Column<int>(type: "int", nullable: false)
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
                    Code = table.Column<string>(type: "nvarchar(16)", maxLength: 16, nullable: false, collation: "Latin1_General_100_BIN2"),
                    Title = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: false, collation: "Latin1_General_100_BIN2"),
                    BranchId = table.Column<int>(type: "int", nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false)
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
                type: "nvarchar(36)",
                maxLength: 36,
                nullable: true,
                collation: "Latin1_General_100_BIN2");
        }
    }
}
