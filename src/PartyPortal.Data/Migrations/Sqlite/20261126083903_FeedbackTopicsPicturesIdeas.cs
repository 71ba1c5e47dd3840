using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FeedbackTopicsPicturesIdeas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "TopicId",
                table: "FeedbackItems",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "FeedbackPictures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Jpeg = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeedbackPictures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FeedbackPictures_FeedbackItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "FeedbackItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FeedbackTopics",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false, collation: "BINARY"),
                    NameInEnglish = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true, collation: "BINARY"),
                    OfficeId = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeedbackTopics", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FeedbackTopics_Branches_OfficeId",
                        column: x => x.OfficeId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Ideas",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BranchId = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false, collation: "BINARY"),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RemovedBecause = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true, collation: "BINARY"),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Ideas", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Ideas_Branches_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "IdeaSteps",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    IdeaId = table.Column<int>(type: "INTEGER", nullable: false),
                    BranchId = table.Column<int>(type: "INTEGER", nullable: false),
                    Outcome = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 600, nullable: true, collation: "BINARY"),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdeaSteps", x => new { x.IdeaId, x.Number });
                    table.ForeignKey(
                        name: "FK_IdeaSteps_Ideas_IdeaId",
                        column: x => x.IdeaId,
                        principalTable: "Ideas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "IdeaSupports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    IdeaId = table.Column<int>(type: "INTEGER", nullable: false),
                    Mark = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IdeaSupports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_IdeaSupports_Ideas_IdeaId",
                        column: x => x.IdeaId,
                        principalTable: "Ideas",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_FeedbackItems_TopicId",
                table: "FeedbackItems",
                column: "TopicId");

            migrationBuilder.CreateIndex(
                name: "IX_FeedbackPictures_ItemId",
                table: "FeedbackPictures",
                column: "ItemId");

            migrationBuilder.CreateIndex(
                name: "IX_FeedbackTopics_Name",
                table: "FeedbackTopics",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_FeedbackTopics_OfficeId",
                table: "FeedbackTopics",
                column: "OfficeId");

            migrationBuilder.CreateIndex(
                name: "IX_Ideas_BranchId",
                table: "Ideas",
                column: "BranchId");

            migrationBuilder.CreateIndex(
                name: "IX_Ideas_On_Id",
                table: "Ideas",
                columns: new[] { "On", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_IdeaSupports_IdeaId_Mark",
                table: "IdeaSupports",
                columns: new[] { "IdeaId", "Mark" },
                unique: true);

            migrationBuilder.AddForeignKey(
                name: "FK_FeedbackItems_FeedbackTopics_TopicId",
                table: "FeedbackItems",
                column: "TopicId",
                principalTable: "FeedbackTopics",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_FeedbackItems_FeedbackTopics_TopicId",
                table: "FeedbackItems");

            migrationBuilder.DropTable(
                name: "FeedbackPictures");

            migrationBuilder.DropTable(
                name: "FeedbackTopics");

            migrationBuilder.DropTable(
                name: "IdeaSteps");

            migrationBuilder.DropTable(
                name: "IdeaSupports");

            migrationBuilder.DropTable(
                name: "Ideas");

            migrationBuilder.DropIndex(
                name: "IX_FeedbackItems_TopicId",
                table: "FeedbackItems");

            migrationBuilder.DropColumn(
                name: "TopicId",
                table: "FeedbackItems");
        }
    }
}
