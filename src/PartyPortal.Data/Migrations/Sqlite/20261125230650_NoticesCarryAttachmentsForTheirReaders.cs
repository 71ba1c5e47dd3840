using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class NoticesCarryAttachmentsForTheirReaders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Guides",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BranchId = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false, collation: "BINARY"),
                    Topic = table.Column<int>(type: "INTEGER", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false, collation: "BINARY"),
                    Steps = table.Column<string>(type: "TEXT", maxLength: 8000, nullable: false, collation: "BINARY"),
                    Notes = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true, collation: "BINARY"),
                    Keywords = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true, collation: "BINARY"),
                    Office = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true, collation: "BINARY"),
                    Hours = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true, collation: "BINARY"),
                    Telephone = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true, collation: "BINARY"),
                    SearchKey = table.Column<string>(type: "TEXT", maxLength: 622, nullable: false, collation: "BINARY"),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ConfirmedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EditedBy = table.Column<string>(type: "TEXT", maxLength: 36, nullable: true, collation: "BINARY"),
                    PublishedBy = table.Column<string>(type: "TEXT", maxLength: 36, nullable: true, collation: "BINARY"),
                    ApprovedBy = table.Column<string>(type: "TEXT", maxLength: 36, nullable: true, collation: "BINARY"),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Guides", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Guides_Branches_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoticeAttachments",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    NoticeId = table.Column<int>(type: "INTEGER", nullable: false),
                    File_Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    File_Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    File_MediaType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    File_Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false, collation: "BINARY"),
                    File_Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    File_StoreName = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    BranchId = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeAttachments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NoticeAttachments_Branches_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoticeAttachments_Notices_NoticeId",
                        column: x => x.NoticeId,
                        principalTable: "Notices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "GuideDownloads",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    GuideId = table.Column<int>(type: "INTEGER", nullable: false),
                    File_Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    File_Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    File_MediaType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    File_Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false, collation: "BINARY"),
                    File_Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    File_StoreName = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY"),
                    BranchId = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GuideDownloads", x => x.Id);
                    table.ForeignKey(
                        name: "FK_GuideDownloads_Branches_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_GuideDownloads_Guides_GuideId",
                        column: x => x.GuideId,
                        principalTable: "Guides",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_GuideDownloads_BranchId",
                table: "GuideDownloads",
                column: "BranchId");

            migrationBuilder.CreateIndex(
                name: "IX_GuideDownloads_GuideId",
                table: "GuideDownloads",
                column: "GuideId");

            migrationBuilder.CreateIndex(
                name: "IX_Guides_BranchId",
                table: "Guides",
                column: "BranchId");

            migrationBuilder.CreateIndex(
                name: "IX_Guides_PublishedAt_Id",
                table: "Guides",
                columns: new[] { "PublishedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Guides_State_PublishedAt",
                table: "Guides",
                columns: new[] { "State", "PublishedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_NoticeAttachments_BranchId",
                table: "NoticeAttachments",
                column: "BranchId");

            migrationBuilder.CreateIndex(
                name: "IX_NoticeAttachments_NoticeId",
                table: "NoticeAttachments",
                column: "NoticeId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "GuideDownloads");

            migrationBuilder.DropTable(
                name: "NoticeAttachments");

            migrationBuilder.DropTable(
                name: "Guides");
        }
    }
}
