using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyPortal.Data.Migrations.PostgreSql
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
                    MaterialId = table.Column<int>(type: "integer", nullable: false),
                    BranchId = table.Column<int>(type: "integer", nullable: false),
                    Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false, collation: "C"),
                    Seconds = table.Column<int>(type: "integer", nullable: true),
                    Pages_Bytes = table.Column<long>(type: "bigint", nullable: true),
                    Pages_Kind = table.Column<int>(type: "integer", nullable: true),
                    Pages_MediaType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Pages_Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true, collation: "C"),
                    Pages_Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    Pages_StoreName = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C"),
                    Still_Bytes = table.Column<long>(type: "bigint", nullable: true),
                    Still_Kind = table.Column<int>(type: "integer", nullable: true),
                    Still_MediaType = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true, collation: "C"),
                    Still_Name = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: true, collation: "C"),
                    Still_Sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    Still_StoreName = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true, collation: "C")
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
