using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TasksAndCalendars : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "SentBackBecause",
                table: "StudyMaterials",
                type: "TEXT",
                maxLength: 300,
                nullable: true,
                collation: "BINARY");

            migrationBuilder.AddColumn<string>(
                name: "AlsoApprovedBy",
                table: "Notices",
                type: "TEXT",
                maxLength: 36,
                nullable: true,
                collation: "BINARY");

            migrationBuilder.AddColumn<string>(
                name: "SentBackBecause",
                table: "Guides",
                type: "TEXT",
                maxLength: 1000,
                nullable: true,
                collation: "BINARY");

            migrationBuilder.CreateTable(
                name: "Absences",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false, collation: "BINARY"),
                    GrantId = table.Column<int>(type: "INTEGER", nullable: false),
                    StandInId = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false, collation: "BINARY"),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Until = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Absences", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Absences_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Absences_Accounts_StandInId",
                        column: x => x.StandInId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Absences_RoleGrants_GrantId",
                        column: x => x.GrantId,
                        principalTable: "RoleGrants",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BranchTasks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BranchId = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false, collation: "BINARY"),
                    TitleKey = table.Column<string>(type: "TEXT", maxLength: 240, nullable: false, collation: "BINARY"),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false, collation: "BINARY"),
                    SetOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BranchTasks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BranchTasks_Branches_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CalendarFeeds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false, collation: "BINARY"),
                    TokenHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    MadeOn = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CalendarFeeds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CalendarFeeds_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BranchReplies",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    TaskId = table.Column<int>(type: "INTEGER", nullable: false),
                    BranchId = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: true, collation: "BINARY"),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Word = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true, collation: "BINARY"),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BranchReplies", x => x.Id);
                    table.ForeignKey(
                        name: "FK_BranchReplies_BranchTasks_TaskId",
                        column: x => x.TaskId,
                        principalTable: "BranchTasks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_BranchReplies_Branches_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Absences_AccountId",
                table: "Absences",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_Absences_GrantId",
                table: "Absences",
                column: "GrantId");

            migrationBuilder.CreateIndex(
                name: "IX_Absences_StandInId",
                table: "Absences",
                column: "StandInId");

            migrationBuilder.CreateIndex(
                name: "IX_BranchReplies_BranchId_State",
                table: "BranchReplies",
                columns: new[] { "BranchId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_BranchReplies_TaskId_BranchId",
                table: "BranchReplies",
                columns: new[] { "TaskId", "BranchId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_BranchTasks_BranchId",
                table: "BranchTasks",
                column: "BranchId");

            migrationBuilder.CreateIndex(
                name: "IX_BranchTasks_TitleKey_SetOn",
                table: "BranchTasks",
                columns: new[] { "TitleKey", "SetOn" });

            migrationBuilder.CreateIndex(
                name: "IX_CalendarFeeds_AccountId",
                table: "CalendarFeeds",
                column: "AccountId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CalendarFeeds_TokenHash",
                table: "CalendarFeeds",
                column: "TokenHash",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Absences");

            migrationBuilder.DropTable(
                name: "BranchReplies");

            migrationBuilder.DropTable(
                name: "CalendarFeeds");

            migrationBuilder.DropTable(
                name: "BranchTasks");

            migrationBuilder.DropColumn(
                name: "SentBackBecause",
                table: "StudyMaterials");

            migrationBuilder.DropColumn(
                name: "AlsoApprovedBy",
                table: "Notices");

            migrationBuilder.DropColumn(
                name: "SentBackBecause",
                table: "Guides");
        }
    }
}
