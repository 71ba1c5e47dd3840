using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class FeedbackNotesMergesDeeds : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "ClosedOn",
                table: "FeedbackItems",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "MayBeTold",
                table: "FeedbackItems",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "MergedIntoId",
                table: "FeedbackItems",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "WasReopened",
                table: "FeedbackItems",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Deeds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BranchId = table.Column<int>(type: "INTEGER", nullable: false),
                    Said = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false, collation: "BINARY"),
                    Did = table.Column<string>(type: "TEXT", maxLength: 600, nullable: false, collation: "BINARY"),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    EditedBy = table.Column<string>(type: "TEXT", maxLength: 36, nullable: true, collation: "BINARY"),
                    PublishedBy = table.Column<string>(type: "TEXT", maxLength: 36, nullable: true, collation: "BINARY"),
                    ApprovedBy = table.Column<string>(type: "TEXT", maxLength: 36, nullable: true, collation: "BINARY"),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deeds", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Deeds_Branches_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FeedbackNotes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ItemId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: false, collation: "BINARY"),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FeedbackNotes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_FeedbackNotes_FeedbackItems_ItemId",
                        column: x => x.ItemId,
                        principalTable: "FeedbackItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_FeedbackItems_MergedIntoId",
                table: "FeedbackItems",
                column: "MergedIntoId");

            migrationBuilder.CreateIndex(
                name: "IX_Deeds_BranchId",
                table: "Deeds",
                column: "BranchId");

            migrationBuilder.CreateIndex(
                name: "IX_Deeds_State_DoneOn_Id",
                table: "Deeds",
                columns: new[] { "State", "DoneOn", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_FeedbackNotes_ItemId",
                table: "FeedbackNotes",
                column: "ItemId");

            migrationBuilder.AddForeignKey(
                name: "FK_FeedbackItems_FeedbackItems_MergedIntoId",
                table: "FeedbackItems",
                column: "MergedIntoId",
                principalTable: "FeedbackItems",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_FeedbackItems_FeedbackItems_MergedIntoId",
                table: "FeedbackItems");

            migrationBuilder.DropTable(
                name: "Deeds");

            migrationBuilder.DropTable(
                name: "FeedbackNotes");

            migrationBuilder.DropIndex(
                name: "IX_FeedbackItems_MergedIntoId",
                table: "FeedbackItems");

            migrationBuilder.DropColumn(
                name: "ClosedOn",
                table: "FeedbackItems");

            migrationBuilder.DropColumn(
                name: "MayBeTold",
                table: "FeedbackItems");

            migrationBuilder.DropColumn(
                name: "MergedIntoId",
                table: "FeedbackItems");

            migrationBuilder.DropColumn(
                name: "WasReopened",
                table: "FeedbackItems");
        }
    }
}
