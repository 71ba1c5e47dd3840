using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyPortal.Data.Migrations.SqlServer
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
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "TrainedElsewhere",
                table: "PersonPeriod",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<bool>(
                name: "AwaitsWord",
                table: "CircleMembers",
                type: "bit",
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
