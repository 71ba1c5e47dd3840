using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyPortal.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ListsStayQuickAtPeopleEach : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_People_InitialsKey_Id",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_Notices_BranchId",
                table: "Notices");

            migrationBuilder.CreateIndex(
                name: "IX_People_Name_Id",
                table: "People",
                columns: new[] { "Name", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_BranchId_State_PublishAt",
                table: "Notices",
                columns: new[] { "BranchId", "State", "PublishAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Audit_AccountId_Id",
                table: "Audit",
                columns: new[] { "AccountId", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_People_Name_Id",
                table: "People");

            migrationBuilder.DropIndex(
                name: "IX_Notices_BranchId_State_PublishAt",
                table: "Notices");

            migrationBuilder.DropIndex(
                name: "IX_Audit_AccountId_Id",
                table: "Audit");

            migrationBuilder.CreateIndex(
                name: "IX_People_InitialsKey_Id",
                table: "People",
                columns: new[] { "InitialsKey", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_BranchId",
                table: "Notices",
                column: "BranchId");
        }
    }
}
