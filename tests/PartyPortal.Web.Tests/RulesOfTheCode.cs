using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Data.Providers;
using PartyPortal.Domain.Access;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests;

/// <summary>The rules of the house that a compiler does not know.</summary>
public sealed partial class RulesOfTheCode(Portal portal)
{
    private static readonly string Source = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../../../../src"));

    [Fact]
    public void Domain_knows_nothing_but_the_framework() =>
        Assert.All(typeof(Domain.RuleBrokenException).Assembly.GetReferencedAssemblies(), a => Assert.StartsWith("System", a.Name, StringComparison.Ordinal));

    [Fact]
    public void Data_knows_no_http()
    {
        var text = Directory.EnumerateFiles(Path.Combine(Source, "PartyPortal.Data"), "*.cs", SearchOption.AllDirectories).Where(IsOurs)
            .Where(f => File.ReadAllText(f).Contains("AspNetCore.Http", StringComparison.Ordinal) || File.ReadAllText(f).Contains("AspNetCore.Mvc", StringComparison.Ordinal));

        Assert.Empty(text);
    }

    [Fact]
    public void No_feature_uses_another()
    {
        var features = Path.Combine(Source, "PartyPortal.Web/Features");
        var wrong =
            from file in Directory.EnumerateFiles(features, "*.cs*", SearchOption.AllDirectories).Where(IsOurs)
            let own = Path.GetRelativePath(features, file).Split(Path.DirectorySeparatorChar)[0]
            from Match use in UseOfFeature().Matches(File.ReadAllText(file))
            where use.Groups[1].Value != own
            select $"{Path.GetRelativePath(Source, file)} uses {use.Groups[1].Value}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_modules_of_the_domain_form_a_tree()
    {
        // Access asks both where somebody is and what they are; what everybody uses knows no module.
        string[] trunk = ["Access", "Branches", "People", "Audit", "Files", "Sealing", "Settings", "WorkCalendar"];
        // A course has quizzes and training classes among its lessons; they know no course.
        string[] branches = ["Study/Quizzes", "Study/Classes"];
        var wrong =
            from file in Directory.EnumerateFiles(Path.Combine(Source, "PartyPortal.Domain"), "*.cs", SearchOption.AllDirectories).Where(IsOurs)
            let own = Path.GetFileName(Path.GetDirectoryName(file)!)
            from Match use in UseOfModule().Matches(File.ReadAllText(file))
            where use.Groups[1].Value != own && !trunk.Contains(use.Groups[1].Value) && !branches.Contains($"{own}/{use.Groups[1].Value}")
            select $"{own}/{Path.GetFileName(file)} uses {use.Groups[1].Value}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void Web_maps_nothing_and_speaks_no_sql()
    {
        var wrong = Directory.EnumerateFiles(Path.Combine(Source, "PartyPortal.Web"), "*.cs", SearchOption.AllDirectories).Where(IsOurs)
            .Where(f => MappingOrSql().IsMatch(File.ReadAllText(f))).Select(f => Path.GetRelativePath(Source, f));

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_file_outgrows_its_budget()
    {
        var large =
            from file in Directory.EnumerateFiles(Source, "*.cs*", SearchOption.AllDirectories).Where(IsOurs)
            let most = file.EndsWith("Controller.cs", StringComparison.Ordinal) ? 150 : file.EndsWith(".cshtml", StringComparison.Ordinal) ? 120 : 300
            let lines = File.ReadLines(file).Count()
            where lines > most
            select $"{Path.GetRelativePath(Source, file)}: {lines} lines of {most}";

        Assert.Empty(large);
    }

    [Fact]
    public void Every_endpoint_names_a_policy_or_says_it_is_open()
    {
        var silent = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null)
            // The framework's own endpoint for assets added while developing: closed by the fallback policy.
            .Where(e => e.DisplayName != "Fallback {**path:file}")
            .Where(e => e.Metadata.GetOrderedMetadata<IAuthorizeData>().All(a => a.Policy is null))
            .Select(e => e.DisplayName);

        Assert.Empty(silent);
    }

    [Fact]
    public void Every_sentence_has_one_translation_and_every_translation_a_sentence()
    {
        var keys = XDocument.Load(Path.Combine(Source, "PartyPortal.Web/Localization/Text.zh-CN.resx")).Descendants("data").Select(d => d.Attribute("name")!.Value).ToList();
        var used = Directory.EnumerateFiles(Source, "*.cs*", SearchOption.AllDirectories).Where(IsOurs).SelectMany(Sentences).ToList();

        Assert.NotEmpty(used);
        Assert.Empty(keys.GroupBy(k => k, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Empty(used.Where(u => !keys.Contains(u.Sentence)).Select(u => $"not translated: {u.Sentence} ({u.File})"));
        Assert.Empty(keys.Except(used.Select(u => u.Sentence)).Select(k => $"nowhere used: {k}"));
    }

    [Theory, InlineData("Sqlite"), InlineData("SqlServer"), InlineData("PostgreSql")]
    public async Task The_model_has_no_unwritten_migration(string engine)
    {
        await using var db = Open(engine);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task Every_entity_is_filtered_or_says_why_not()
    {
        await using var db = Open("Sqlite");
        var forgotten = db.Model.GetEntityTypes().Where(t => !t.IsOwned() && t.ClrType.Namespace!.StartsWith("PartyPortal", StringComparison.Ordinal))
            .Where(t => t.FindDeclaredQueryFilter(Visibility.Filter) is null && !Visibility.Unfiltered.ContainsKey(t.ClrType) && t.ClrType != typeof(Data.Accounts.Account))
            .Select(t => t.ClrType.Name);

        Assert.Empty(forgotten);
    }

    [Fact]
    public async Task Nobody_sees_nothing() => await portal.InDbAsync(Viewer.Nobody, async db =>
    {
        foreach (var entity in db.Model.GetEntityTypes().Where(t => t.FindDeclaredQueryFilter(Visibility.Filter) is not null))
        {
            var count = (Task<int>)typeof(RulesOfTheCode).GetMethod(nameof(CountAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
                .MakeGenericMethod(entity.ClrType).Invoke(null, [db])!;
            Assert.True(await count == 0, $"Nobody sees {entity.ClrType.Name}.");
        }

        return 0;
    });

    private static Task<int> CountAsync<T>(PortalDb db) where T : class => db.Set<T>().CountAsync();

    private static PortalDb Open(string engine) => engine switch
    {
        "Sqlite" => new SqlitePortalDb.Design().CreateDbContext([]),
        "SqlServer" => new SqlServerPortalDb.Design().CreateDbContext([]),
        _ => new PostgreSqlPortalDb.Design().CreateDbContext([]),
    };

    private static bool IsOurs(string file) => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
        && !file.Contains("/Migrations/", StringComparison.Ordinal) && !file.Contains("/wwwroot/", StringComparison.Ordinal) && Path.GetExtension(file) is ".cs" or ".cshtml";

    private static IEnumerable<(string Sentence, string File)> Sentences(string file) =>
        Sentence().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value.Replace("\\\"", "\"", StringComparison.Ordinal))
            .Concat(SpeakingTag().Matches(File.ReadAllText(file)).SelectMany(tag => SpeakingAttribute().Matches(tag.Value)).Select(m => m.Groups[1].Value))
            .Select(sentence => (sentence, Path.GetRelativePath(Source, file)));

    [GeneratedRegex("""(?:\bT\[|\btext\[|\bDone\(|\bKey\(|RuleBrokenException\(|Display\(Name = |ErrorMessage = |Why = )"((?:[^"\\]|\\.)+)["]""")]
    private static partial Regex Sentence();

    [GeneratedRegex("""<(?:field|branch-picker|choice-picker|form-buttons|empty-state)\b[^>]*>""")]
    private static partial Regex SpeakingTag();

    [GeneratedRegex("""\b(?:hint|save|leave|title|action-text|text)="([^"@]+)["]""")]
    private static partial Regex SpeakingAttribute();

    [GeneratedRegex(@"(?<!namespace )PartyPortal\.Domain\.(\w+)(?=[;.])")]
    private static partial Regex UseOfModule();

    [GeneratedRegex(@"IEntityTypeConfiguration|ModelBuilder|FromSql|ExecuteSql|CreateCommand\(")]
    private static partial Regex MappingOrSql();

    [GeneratedRegex(@"(?<!namespace )PartyPortal\.Web\.Features\.(\w+)")]
    private static partial Regex UseOfFeature();
}
