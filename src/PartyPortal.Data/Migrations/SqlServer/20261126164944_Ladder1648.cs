using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PartyPortal.Data.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Ladder1648 : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateOnly>(
                name: "AskedAgainOn",
                table: "NoticeQuestions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RemovedBecause",
                table: "NoticeQuestions",
                type: "nvarchar(600)",
                maxLength: 600,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "RemovedBy",
                table: "NoticeQuestions",
                type: "nvarchar(36)",
                maxLength: 36,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "SecondLook",
                table: "NoticeQuestions",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SecondLookBecause",
                table: "NoticeQuestions",
                type: "nvarchar(600)",
                maxLength: 600,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<DateOnly>(
                name: "AskedAgainOn",
                table: "Ideas",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Mark",
                table: "Ideas",
                type: "nvarchar(64)",
                maxLength: 64,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<string>(
                name: "RemovedBy",
                table: "Ideas",
                type: "nvarchar(36)",
                maxLength: 36,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.AddColumn<int>(
                name: "SecondLook",
                table: "Ideas",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SecondLookBecause",
                table: "Ideas",
                type: "nvarchar(600)",
                maxLength: 600,
                nullable: true,
                collation: "Latin1_General_100_BIN2");

            migrationBuilder.CreateIndex(
                name: "IX_NoticeQuestions_RemovedBy",
                table: "NoticeQuestions",
                column: "RemovedBy");

            migrationBuilder.CreateIndex(
                name: "IX_Ideas_Mark",
                table: "Ideas",
                column: "Mark");

            migrationBuilder.CreateIndex(
                name: "IX_Ideas_RemovedBy",
                table: "Ideas",
                column: "RemovedBy");

            migrationBuilder.AddForeignKey(
                name: "FK_Ideas_Accounts_RemovedBy",
                table: "Ideas",
                column: "RemovedBy",
                principalTable: "Accounts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_NoticeQuestions_Accounts_RemovedBy",
                table: "NoticeQuestions",
                column: "RemovedBy",
                principalTable: "Accounts",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Ideas_Accounts_RemovedBy",
                table: "Ideas");

            migrationBuilder.DropForeignKey(
                name: "FK_NoticeQuestions_Accounts_RemovedBy",
                table: "NoticeQuestions");

            migrationBuilder.DropIndex(
                name: "IX_NoticeQuestions_RemovedBy",
                table: "NoticeQuestions");

            migrationBuilder.DropIndex(
                name: "IX_Ideas_Mark",
                table: "Ideas");

            migrationBuilder.DropIndex(
                name: "IX_Ideas_RemovedBy",
                table: "Ideas");

            migrationBuilder.DropColumn(
                name: "AskedAgainOn",
                table: "NoticeQuestions");

            migrationBuilder.DropColumn(
                name: "RemovedBecause",
                table: "NoticeQuestions");

            migrationBuilder.DropColumn(
                name: "RemovedBy",
                table: "NoticeQuestions");

            migrationBuilder.DropColumn(
                name: "SecondLook",
                table: "NoticeQuestions");

            migrationBuilder.DropColumn(
                name: "SecondLookBecause",
                table: "NoticeQuestions");

            migrationBuilder.DropColumn(
                name: "AskedAgainOn",
                table: "Ideas");

            migrationBuilder.DropColumn(
                name: "Mark",
                table: "Ideas");

            migrationBuilder.DropColumn(
                name: "RemovedBy",
                table: "Ideas");

            migrationBuilder.DropColumn(
                name: "SecondLook",
                table: "Ideas");

            migrationBuilder.DropColumn(
                name: "SecondLookBecause",
                table: "Ideas");
        }
    }
}
