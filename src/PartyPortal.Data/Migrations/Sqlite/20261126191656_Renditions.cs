using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Renditions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "StudyRenditions",
                columns: table => new
                {
                    MaterialId = table.Column<int>(type: "INTEGER", nullable: false),
                    BranchId = table.Column<int>(type: "INTEGER", nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    Seconds = table.Column<int>(type: "INTEGER", nullable: true),
                    Pages_Bytes = table.Column<long>(type: "INTEGER", nullable: true),
                    Pages_Kind = table.Column<int>(type: "INTEGER", nullable: true),
                    Pages_MediaType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true, collation: "BINARY"),
                    Pages_Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true, collation: "BINARY"),
                    Pages_Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true, collation: "BINARY"),
                    Pages_StoreName = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true, collation: "BINARY"),
                    Still_Bytes = table.Column<long>(type: "INTEGER", nullable: true),
                    Still_Kind = table.Column<int>(type: "INTEGER", nullable: true),
                    Still_MediaType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true, collation: "BINARY"),
                    Still_Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true, collation: "BINARY"),
                    Still_Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true, collation: "BINARY"),
                    Still_StoreName = table.Column<string>(type: "TEXT", maxLength: 32, nullable: true, collation: "BINARY")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StudyRenditions", x => x.MaterialId);
                    table.ForeignKey(
                        name: "FK_StudyRenditions_Branches_BranchId",
                        column: x => x.BranchId,
                        principalTable: "Branches",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_StudyRenditions_StudyMaterials_MaterialId",
                        column: x => x.MaterialId,
                        principalTable: "StudyMaterials",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_StudyRenditions_BranchId",
                table: "StudyRenditions",
                column: "BranchId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "StudyRenditions");
        }
    }
}
