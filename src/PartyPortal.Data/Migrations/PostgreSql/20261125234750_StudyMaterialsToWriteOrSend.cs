using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace PartyPortal.Data.Migrations.PostgreSql
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
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    BranchId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Category = table.Column<int>(type: "integer", nullable: false),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    Summary = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: false, collation: "C"),
                    Body = table.Column<string>(type: "character varying(50000)", maxLength: 50000, nullable: false, collation: "C"),
                    Link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true, collation: "C"),
                    Source = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false, collation: "C"),
                    SourceDate = table.Column<DateOnly>(type: "date", nullable: true),
                    Regulation = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true, collation: "C"),
                    AudienceKind = table.Column<int>(type: "integer", nullable: false),
                    AudienceKey = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    State = table.Column<int>(type: "integer", nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    EditedBy = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: true, collation: "C"),
                    PublishedBy = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: true, collation: "C"),
                    ApprovedBy = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: true, collation: "C"),
                    WithdrawnBecause = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true, collation: "C"),
                    WordsKey = table.Column<string>(type: "character varying(918)", maxLength: 918, nullable: false, collation: "C"),
                    Version = table.Column<Guid>(type: "uuid", nullable: false),
                    File_Bytes = table.Column<long>(type: "bigint", nullable: true),
                    File_Kind = table.Column<int>(type: "integer", nullable: true),
                    File_MediaType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    File_Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true, collation: "C"),
                    File_Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    File_StoreName = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C")
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
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    MaterialId = table.Column<int>(type: "integer", nullable: false),
                    AccountId = table.Column<string>(type: "character varying(36)", maxLength: 36, nullable: false, collation: "C"),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    IsDone = table.Column<bool>(type: "boolean", nullable: false)
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
                    MaterialId = table.Column<int>(type: "integer", nullable: false),
                    Name = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false, collation: "C"),
                    BranchId = table.Column<int>(type: "integer", nullable: false)
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
