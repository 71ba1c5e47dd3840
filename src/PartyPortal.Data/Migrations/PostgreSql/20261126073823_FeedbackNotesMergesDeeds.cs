using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PartyPortal.Data.Migrations.PostgreSql
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
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "MayBeTold",
                table: "FeedbackItems",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "MergedIntoId",
                table: "FeedbackItems",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "WasReopened",
                table: "FeedbackItems",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "Deeds",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    BranchId = table.Column<int>(type: "integer", nullable: false),
                    Said = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    Did = table.Column<string>(type: "character varying(600)", maxLength: 600, nullable: false, collation: "C"),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    EditedBy = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: true, collation: "C"),
                    PublishedBy = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: true, collation: "C"),
                    ApprovedBy = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: true, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ItemId = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(3000)", maxLength: 3000, nullable: false, collation: "C"),
                    On = table.Column<DateOnly>(type: "date", nullable: false)
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
