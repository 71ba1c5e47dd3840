using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ReadingCircles : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ReadingCircles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BranchId = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false, collation: "BINARY"),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true, collation: "BINARY"),
                    EndedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SentKey = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReadingCircles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReadingCircles_Branches_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CircleMembers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CircleId = table.Column<int>(type: "INTEGER", nullable: false),
                    BranchId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CircleMembers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CircleMembers_Branches_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CircleMembers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CircleMembers_ReadingCircles_CircleId",
                        column: x => x.CircleId,
                        principalTable: "ReadingCircles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CircleWeeks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CircleId = table.Column<int>(type: "INTEGER", nullable: false),
                    BranchId = table.Column<int>(type: "INTEGER", nullable: false),
                    MaterialId = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Question = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CircleWeeks", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CircleWeeks_Branches_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CircleWeeks_ReadingCircles_CircleId",
                        column: x => x.CircleId,
                        principalTable: "ReadingCircles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CircleWeeks_StudyMaterials_MaterialId",
                        column: x => x.MaterialId,
                        principalTable: "StudyMaterials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CircleWords",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    WeekId = table.Column<int>(type: "INTEGER", nullable: false),
                    BranchId = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false, collation: "BINARY"),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false, collation: "BINARY"),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RemovedBecause = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true, collation: "BINARY"),
                    SentKey = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CircleWords", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CircleWords_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CircleWords_Branches_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CircleWords_CircleWeeks_WeekId",
                        column: x => x.WeekId,
                        principalTable: "CircleWeeks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CircleWords_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CircleMembers_BranchId",
                table: "CircleMembers",
                column: "BranchId");

            migrationBuilder.CreateIndex(
                name: "IX_CircleMembers_CircleId_PersonId",
                table: "CircleMembers",
                columns: new[] { "CircleId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CircleMembers_PersonId",
                table: "CircleMembers",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_CircleWeeks_BranchId",
                table: "CircleWeeks",
                column: "BranchId");

            migrationBuilder.CreateIndex(
                name: "IX_CircleWeeks_CircleId_MaterialId",
                table: "CircleWeeks",
                columns: new[] { "CircleId", "MaterialId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CircleWeeks_MaterialId",
                table: "CircleWeeks",
                column: "MaterialId");

            migrationBuilder.CreateIndex(
                name: "IX_CircleWords_AccountId",
                table: "CircleWords",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_CircleWords_BranchId",
                table: "CircleWords",
                column: "BranchId");

            migrationBuilder.CreateIndex(
                name: "IX_CircleWords_PersonId",
                table: "CircleWords",
                column: "PersonId");

            migrationBuilder.CreateIndex(
                name: "IX_CircleWords_SentKey",
                table: "CircleWords",
                column: "SentKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_CircleWords_WeekId",
                table: "CircleWords",
                column: "WeekId");

            migrationBuilder.CreateIndex(
                name: "IX_ReadingCircles_BranchId",
                table: "ReadingCircles",
                column: "BranchId");

            migrationBuilder.CreateIndex(
                name: "IX_ReadingCircles_EndedOn",
                table: "ReadingCircles",
                column: "EndedOn");

            migrationBuilder.CreateIndex(
                name: "IX_ReadingCircles_SentKey",
                table: "ReadingCircles",
                column: "SentKey",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CircleMembers");

            migrationBuilder.DropTable(
                name: "CircleWords");

            migrationBuilder.DropTable(
                name: "CircleWeeks");

            migrationBuilder.DropTable(
                name: "ReadingCircles");
        }
    }
}
