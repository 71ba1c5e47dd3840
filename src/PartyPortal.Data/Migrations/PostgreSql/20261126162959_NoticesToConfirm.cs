using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyPortal.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class NoticesToConfirm : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Notices_State_IsPinned_PublishAt",
                table: "Notices");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_State_AsksForConfirmation_PublishAt",
                table: "Notices",
                columns: new[] { "State", "AsksForConfirmation", "PublishAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_State_IsPinned_PublishAt_Id",
                table: "Notices",
                columns: new[] { "State", "IsPinned", "PublishAt", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Notices_State_AsksForConfirmation_PublishAt",
                table: "Notices");

            migrationBuilder.DropIndex(
                name: "IX_Notices_State_IsPinned_PublishAt_Id",
                table: "Notices");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_State_IsPinned_PublishAt",
                table: "Notices",
                columns: new[] { "State", "IsPinned", "PublishAt" });
        }
    }
}
