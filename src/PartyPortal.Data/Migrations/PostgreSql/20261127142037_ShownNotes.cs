using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PartyPortal.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class ShownNotes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Place",
                table: "QuizItems",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            // The questions of a quiz were asked in the order of their numbers until they could be moved.
            migrationBuilder.Sql("UPDATE \"QuizItems\" SET \"Place\" = (SELECT COUNT(*) FROM \"QuizItems\" AS o WHERE o.\"QuizId\" = \"QuizItems\".\"QuizId\" AND o.\"Number\" <= \"QuizItems\".\"Number\");");

            migrationBuilder.CreateTable(
                name: "NoteReaders",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    NoteId = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: false, collation: "C"),
                    PersonId = table.Column<int>(type: "integer", nullable: false),
                    AwaitsWord = table.Column<bool>(type: "boolean", nullable: false),
                    IsPutAway = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoteReaders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_NoteReaders_Accounts_AccountId",
                        column: x => x.AccountId,
                        principalTable: "Accounts",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoteReaders_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_NoteReaders_StudyNotes_NoteId",
                        column: x => x.NoteId,
                        principalTable: "StudyNotes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_NoteReaders_AccountId",
                table: "NoteReaders",
                column: "AccountId");

            migrationBuilder.CreateIndex(
                name: "IX_NoteReaders_NoteId_PersonId",
                table: "NoteReaders",
                columns: new[] { "NoteId", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_NoteReaders_PersonId",
                table: "NoteReaders",
                column: "PersonId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "NoteReaders");

            migrationBuilder.DropColumn(
                name: "Place",
                table: "QuizItems");
        }
    }
}
