using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Performance;

/// <summary>
/// How the engine answers the hot pages at full size: by the index that is meant, without reading a large table through and without sorting it.
/// The statements are those that the pages run. Not asserted on SQL Server, whose plans are had by session settings alone.
/// </summary>
[Collection<FullUniversityRun>]
public sealed partial class QueryPlanTests(FullUniversity portal)
{
    private const string ByKey = "IX_People_NameKey_Id_BranchId";
    private const string InBranch = "IX_People_BranchId_NameKey_Id";

    // More rows than one branch has: to sort fewer is nothing.
    private const int Many = 500;

    private static readonly string[] Large = ["People", "Audit"];

    // Behind the key "wu ming": a page deep in the list.
    private const string Deep = "After=7775206D696E670A313030";

    [Theory]
    [InlineData("office", "/people", ByKey)]
    [InlineData("office", "/people?" + Deep, ByKey)]
    [InlineData("fifty", "/people", ByKey)]
    [InlineData("fifty", "/people?" + Deep, ByKey)]
    [InlineData("leaf", "/people", InBranch)]
    [InlineData("leaf", "/people?" + Deep, InBranch)]
    [InlineData("office", "/people?Words=王伟", "IX_People_Name_Id")]
    [InlineData("fifty", "/people?Words=王伟", "IX_People_Name_Id")]
    [InlineData("office", "/people?Words=wang", ByKey)]
    [InlineData("office", "/people?Words=wwa", ByKey)]
    [InlineData("fifty", "/people?Words=wwa", "IX_People_")]
    [InlineData("office", "/people?Words=2024100777", "IX_People_NumberKey")]
    [InlineData("auditor", "/admin/audit", "PK_Audit")]
    [InlineData("auditor", "/admin/audit?From=2026-11-24&Until=2026-11-24", "IX_Audit_At_Id")]
    [InlineData("public", "/notices", "IX_Notices_")]
    [InlineData("member", "/notices", "IX_Notices_")]
    [InlineData("member", "/search?Words=notice", "PK_Notices")]
    [InlineData("public", "/branches", "IX_Branches_ParentId")]
    public async Task A_hot_page_is_answered_by_its_index(string who, string url, string index)
    {
        if (portal.Engine.Provider == "SqlServer") return;

        var plans = await PlansOfAsync(who, url);

        Assert.Empty(plans.SelectMany(plan => plan.Faults));
        Assert.True(plans.Any(plan => plan.Uses(index)), $"{index} is not used:\n{string.Join('\n', plans.Select(plan => plan.Said))}");
    }

    private async Task<List<Plan>> PlansOfAsync(string who, string url)
    {
        var statements = await portal.StatementsOfAsync(who, url);
        List<Plan> plans = [];
        foreach (var statement in statements) plans.Add(await ExplainAsync(statement));
        return plans;
    }

    private Task<Plan> ExplainAsync(Statement statement) => portal.InDbAsync<Plan>(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = (portal.Engine.Provider == "Sqlite" ? "EXPLAIN QUERY PLAN " : "EXPLAIN (FORMAT JSON) ") + statement.Text;
        foreach (var (name, value) in statement.Parameters)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        var said = new StringBuilder();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) said.Append(reader.GetString(reader.FieldCount - 1)).Append('\n');
        return portal.Engine.Provider == "Sqlite" ? new SqlitePlan(statement.Text, said.ToString()) : new PostgreSqlPlan(said.ToString());
    });

    private abstract record Plan(string Said)
    {
        public abstract IEnumerable<string> Faults { get; }

        public abstract bool Uses(string index);
    }

    private sealed partial record SqlitePlan(string Statement, string Said) : Plan(Said)
    {
        public override IEnumerable<string> Faults
        {
            get
            {
                var large = Aliases().Matches(Statement).Where(m => Large.Contains(m.Groups[1].Value)).Select(m => m.Groups[2].Value).ToList();
                // By its own key: the newest first, until the page is full.
                var inOrderOfId = Statement.Contains("ORDER BY \"a\".\"Id\" DESC", StringComparison.Ordinal);
                foreach (var line in Said.Split('\n'))
                {
                    if (!inOrderOfId && large.Any(alias => line == $"SCAN {alias}")) yield return "Read through: " + Said;
                    if (large.Count > 0 && line.Contains("USE TEMP B-TREE FOR ORDER BY", StringComparison.Ordinal)) yield return "Sorted: " + Said;
                }
            }
        }

        // SQLite calls the primary key by no name: walked in order, or asked for some keys.
        public override bool Uses(string index) => Said.Contains(index switch { "PK_Audit" => "SCAN a", "PK_Notices" => "SEARCH n USING INTEGER PRIMARY KEY", _ => index }, StringComparison.Ordinal);

        [GeneratedRegex("\"(\\w+)\" AS \"(\\w+)\"")]
        private static partial Regex Aliases();
    }

    private sealed record PostgreSqlPlan(string Said) : Plan(Said)
    {
        public override IEnumerable<string> Faults => Nodes().SelectMany(node => FaultsOf(node));

        public override bool Uses(string index) => Nodes().Any(node => Word(node, "Index Name").StartsWith(index, StringComparison.Ordinal));

        private IEnumerable<string> FaultsOf(JsonElement node)
        {
            if (Word(node, "Node Type") == "Seq Scan" && Large.Contains(Word(node, "Relation Name"))) yield return "Read through: " + Said;
            if (Word(node, "Node Type").EndsWith("Sort", StringComparison.Ordinal) && node.GetProperty("Plans")[0].GetProperty("Plan Rows").GetDouble() > Many) yield return "Sorted: " + Said;
        }

        private IEnumerable<JsonElement> Nodes() => Below(JsonDocument.Parse(Said).RootElement[0].GetProperty("Plan"));

        private static IEnumerable<JsonElement> Below(JsonElement node) =>
            (node.TryGetProperty("Plans", out var plans) ? plans.EnumerateArray().SelectMany(Below) : []).Prepend(node);

        private static string Word(JsonElement node, string name) => node.TryGetProperty(name, out var value) ? value.GetString()! : "";
    }
}
