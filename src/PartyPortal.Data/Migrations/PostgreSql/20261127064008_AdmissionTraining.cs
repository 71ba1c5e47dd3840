using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyPortal.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AdmissionTraining : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "StaysInOffice",
                table: "ProblemReports",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "TrainedElsewhere",
                table: "PersonPeriod",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<bool>(
                name: "AwaitsWord",
                table: "CircleMembers",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "StaysInOffice",
                table: "ProblemReports");

            migrationBuilder.DropColumn(
                name: "TrainedElsewhere",
                table: "PersonPeriod");

            migrationBuilder.DropColumn(
                name: "AwaitsWord",
                table: "CircleMembers");
        }
    }
}
