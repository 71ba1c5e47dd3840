using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddCollections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "NoticeId",
                table: "Outbox",
                newName: "SubjectId");

            migrationBuilder.AddColumn<int>(
                name: "CollectionId",
                table: "Messages",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Collections",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BranchId = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false, collation: "BINARY"),
                    Body = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: false, collation: "BINARY"),
                    Reach = table.Column<int>(type: "INTEGER", nullable: false),
                    Stages = table.Column<int>(type: "INTEGER", nullable: false),
                    Chosen = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true, collation: "BINARY"),
                    DueAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    TakesLate = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RemindedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    DeleteOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    BurdenReason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true, collation: "BINARY"),
                    EditedBy = table.Column<string>(type: "TEXT", maxLength: 36, nullable: true, collation: "BINARY"),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Collections", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Collections_Branches_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CollectionAnswers",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    CollectionId = table.Column<int>(type: "INTEGER", nullable: false),
                    BranchId = table.Column<int>(type: "INTEGER", nullable: false),
                    OfBranchId = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<int>(type: "INTEGER", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false, collation: "BINARY"),
                    Number = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true, collation: "BINARY"),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    IsLate = table.Column<bool>(type: "INTEGER", nullable: false),
                    ReturnedBecause = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true, collation: "BINARY"),
                    Version = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CollectionAnswers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CollectionAnswers_Branches_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CollectionAnswers_Branches_OfBranchId",
                        column: x => x.OfBranchId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CollectionAnswers_Collections_CollectionId",
                        column: x => x.CollectionId,
                        principalTable: "Collections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CollectionAnswers_People_PersonId",
                        column: x => x.PersonId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CollectionQuestions",
                columns: table => new
                {
                    CollectionId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    BranchId = table.Column<int>(type: "INTEGER", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false, collation: "BINARY"),
                    Hint = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true, collation: "BINARY"),
                    IsRequired = table.Column<bool>(type: "INTEGER", nullable: false),
                    ChoiceLines = table.Column<string>(type: "TEXT", maxLength: 3030, nullable: true, collation: "BINARY"),
                    KindNames = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true, collation: "BINARY"),
                    MostFiles = table.Column<int>(type: "INTEGER", nullable: false),
                    MostMegabytes = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CollectionQuestions", x => new { x.CollectionId, x.Number });
                    table.ForeignKey(
                        name: "FK_CollectionQuestions_Collections_CollectionId",
                        column: x => x.CollectionId,
                        principalTable: "Collections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "CollectionFiles",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    AnswerId = table.Column<int>(type: "INTEGER", nullable: false),
                    BranchId = table.Column<int>(type: "INTEGER", nullable: false),
                    Question = table.Column<int>(type: "INTEGER", nullable: false),
                    File_Bytes = table.Column<long>(type: "INTEGER", nullable: false),
                    File_Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    File_MediaType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    File_Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false, collation: "BINARY"),
                    File_Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    File_StoreName = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CollectionFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CollectionFiles_CollectionAnswers_AnswerId",
                        column: x => x.AnswerId,
                        principalTable: "CollectionAnswers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "CollectionValues",
                columns: table => new
                {
                    AnswerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Question = table.Column<int>(type: "INTEGER", nullable: false),
                    BranchId = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CollectionValues", x => new { x.AnswerId, x.Question });
                    table.ForeignKey(
                        name: "FK_CollectionValues_CollectionAnswers_AnswerId",
                        column: x => x.AnswerId,
                        principalTable: "CollectionAnswers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CollectionAnswers_BranchId",
                table: "CollectionAnswers",
                column: "BranchId");

            migrationBuilder.CreateIndex(
                name: "IX_CollectionAnswers_CollectionId_State_Id",
                table: "CollectionAnswers",
                columns: new[] { "CollectionId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_CollectionAnswers_OfBranchId_State",
                table: "CollectionAnswers",
                columns: new[] { "OfBranchId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_CollectionAnswers_PersonId_State",
                table: "CollectionAnswers",
                columns: new[] { "PersonId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_CollectionFiles_AnswerId",
                table: "CollectionFiles",
                column: "AnswerId");

            migrationBuilder.CreateIndex(
                name: "IX_Collections_BranchId_State_Id",
                table: "Collections",
                columns: new[] { "BranchId", "State", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Collections_State_DueAt",
                table: "Collections",
                columns: new[] { "State", "DueAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CollectionFiles");

            migrationBuilder.DropTable(
                name: "CollectionQuestions");

            migrationBuilder.DropTable(
                name: "CollectionValues");

            migrationBuilder.DropTable(
                name: "CollectionAnswers");

            migrationBuilder.DropTable(
                name: "Collections");

            migrationBuilder.DropColumn(
                name: "CollectionId",
                table: "Messages");

            migrationBuilder.RenameColumn(
                name: "SubjectId",
                table: "Outbox",
                newName: "NoticeId");
        }
    }
}
