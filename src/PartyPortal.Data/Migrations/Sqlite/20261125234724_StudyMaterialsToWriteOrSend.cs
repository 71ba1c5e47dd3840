using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StudyMaterialsToWriteOrSend : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "StudyMaterials",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BranchId = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Category = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false, collation: "BINARY"),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false, collation: "BINARY"),
                    Body = table.Column<string>(type: "TEXT", maxLength: 50000, nullable: false, collation: "BINARY"),
                    Link = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true, collation: "BINARY"),
                    Source = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false, collation: "BINARY"),
                    SourceDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Regulation = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true, collation: "BINARY"),
                    AudienceKind = table.Column<int>(type: "INTEGER", nullable: false),
                    AudienceKey = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    EditedBy = table.Column<string>(type: "TEXT", maxLength: 36, nullable: true, collation: "BINARY"),
                    PublishedBy = table.Column<string>(type: "TEXT", maxLength: 36, nullable: true, collation: "BINARY"),
                    ApprovedBy = table.Column<string>(type: "TEXT", maxLength: 36, nullable: true, collation: "BINARY"),
                    WithdrawnBecause = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true, collation: "BINARY"),
                    WordsKey = table.Column<string>(type: "TEXT", maxLength: 918, nullable: false, collation: "BINARY"),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false),
                    File_Bytes = table.Column<long>(type: "INTEGER", nullable: true),
                    File_Kind = table.Column<int>(type: "INTEGER", nullable: true),
                    File_MediaType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true, collation: "BINARY"),
                    File_Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true, collation: "BINARY"),
                    File_Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true, collation: "BINARY"),
                    File_StoreName = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StudyMaterials", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StudyMaterials_Branches_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StudyProgress",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    MaterialId = table.Column<int>(type: "INTEGER", nullable: false),
                    AccountId = table.Column<string>(type: "TEXT", maxLength: 36, nullable: false, collation: "BINARY"),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    IsDone = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StudyProgress", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StudyProgress_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StudyProgress_StudyMaterials_MaterialId",
                        column: x => x.MaterialId,
                        principalTable: "StudyMaterials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StudyTags",
                columns: table => new
                {
                    MaterialId = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false, collation: "BINARY"),
                    BranchId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StudyTags", x => new { x.MaterialId, x.Name });
                    table.ForeignKey(
                        name: "FK_StudyTags_StudyMaterials_MaterialId",
                        column: x => x.MaterialId,
                        principalTable: "StudyMaterials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_StudyMaterials_BranchId",
                table: "StudyMaterials",
                column: "BranchId");

            migrationBuilder.CreateIndex(
                name: "IX_StudyMaterials_PublishedAt_Id",
                table: "StudyMaterials",
                columns: new[] { "PublishedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_StudyMaterials_State_PublishedAt",
                table: "StudyMaterials",
                columns: new[] { "State", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_StudyProgress_AccountId_MaterialId",
                table: "StudyProgress",
                columns: new[] { "AccountId", "MaterialId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StudyProgress_MaterialId",
                table: "StudyProgress",
                column: "MaterialId");

            migrationBuilder.CreateIndex(
                name: "IX_StudyTags_Name",
                table: "StudyTags",
                column: "Name");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "StudyProgress");

            migrationBuilder.DropTable(
                name: "StudyTags");

            migrationBuilder.DropTable(
                name: "StudyMaterials");
        }
    }
}
