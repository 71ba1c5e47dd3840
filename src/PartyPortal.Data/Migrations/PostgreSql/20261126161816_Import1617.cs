using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyPortal.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Import1617 : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "SentKey",
                table: "Tickets",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SentKey",
                table: "ProblemReports",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SentKey",
                table: "NoticeQuestions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SentKey",
                table: "BranchTasks",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tickets_SentKey",
                table: "Tickets",
                column: "SentKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ProblemReports_SentKey",
                table: "ProblemReports",
                column: "SentKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NoticeQuestions_SentKey",
                table: "NoticeQuestions",
                column: "SentKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BranchTasks_SentKey",
                table: "BranchTasks",
                column: "SentKey",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Tickets_SentKey",
                table: "Tickets");

            migrationBuilder.DropIndex(
                name: "IX_ProblemReports_SentKey",
                table: "ProblemReports");

            migrationBuilder.DropIndex(
                name: "IX_NoticeQuestions_SentKey",
                table: "NoticeQuestions");

            migrationBuilder.DropIndex(
                name: "IX_BranchTasks_SentKey",
                table: "BranchTasks");

            migrationBuilder.DropColumn(
                name: "SentKey",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "SentKey",
                table: "ProblemReports");

            migrationBuilder.DropColumn(
                name: "SentKey",
                table: "NoticeQuestions");

            migrationBuilder.DropColumn(
                name: "SentKey",
                table: "BranchTasks");
        }
    }
}
