using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyPortal.Data.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AuditIsSealed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AuditSeals",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false),
                    EntryId = table.Column<long>(type: "bigint", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditSeals", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_AuditSeals_Audit_EntryId",
                        column: x => x.EntryId,
                        principalTable: "Audit",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_AuditSeals_EntryId",
                table: "AuditSeals",
                column: "EntryId",
                unique: true);

            migrationBuilder.Sql("CREATE FUNCTION refuse_to_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'The audit is append-only.'; END $$;");
            migrationBuilder.Sql("CREATE TRIGGER \"Audit_AppendOnly\" BEFORE UPDATE OR DELETE OR TRUNCATE ON \"Audit\" FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite();");
            migrationBuilder.Sql("CREATE TRIGGER \"AuditSeals_AppendOnly\" BEFORE UPDATE OR DELETE OR TRUNCATE ON \"AuditSeals\" FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_rewrite();");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DROP TRIGGER \"Audit_AppendOnly\" ON \"Audit\";");
            migrationBuilder.Sql("DROP TRIGGER \"AuditSeals_AppendOnly\" ON \"AuditSeals\";");
            migrationBuilder.Sql("DROP FUNCTION refuse_to_rewrite();");
            migrationBuilder.DropTable(
                name: "AuditSeals");
        }
    }
}
