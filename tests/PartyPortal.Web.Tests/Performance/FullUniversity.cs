using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Data;
using PartyPortal.Data.Providers;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.People;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Search;

namespace PartyPortal.Web.Tests.Performance;

/// <summary>The tests that share the full university run one after another: each counts what it alone has asked.</summary>
[CollectionDefinition]
public sealed class FullUniversityRun : ICollectionFixture<FullUniversity>;

/// <summary>A university as large as they come: 60,000 people in 2,000 organisations, notices and an audit to match, in a database of its own.</summary>
public sealed class FullUniversity : Portal, IAsyncLifetime
{
    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private const string Middles = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰飞鑫波斌宇浩凯健俊帆雪琳倩慧建国文志海永春晓红梅小云金天福昌龙成康庆";
    private const string Lasts = "安邦博晨达恩芳光和慧嘉俊凯乐立明宁鹏奇仁瑞森书涛万维文武希祥欣旭雅炎阳一艺毅盈雨元泽哲真正志智中子宗";
    private const int Units = 40;

    private readonly Statements _statements = new();
    private Branch _unit = null!;
    private Branch _leaf = null!;

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        await PlantTreeAsync();
        await PlantPeopleAsync();
        await PlantNoticesAsync();
        await PlantAuditAsync();
        await this.KeepIndexAsync();
        await InDbAsync(db => db.MeasureTablesAsync());
        if (Engine.Provider == "PostgreSql") await InDbAsync(db => db.Database.ExecuteSqlRawAsync("ANALYZE"));
    }

    /// <summary>What one more look at a page asks of the database, once its viewer is known.</summary>
    public async Task<IReadOnlyList<Statement>> StatementsOfAsync(string who, string url)
    {
        var browser = await As(ActorOf(who));
        // The public's pages are kept, each language by itself.
        await browser.OpenAsync("/en" + url);
        _statements.Forget();
        await browser.OpenAsync(url);
        return _statements.Seen;
    }

    /// <summary>What the portal's own work asks of the database.</summary>
    public async Task<IReadOnlyList<Statement>> StatementsOfAsync(Func<PortalDb, Task> work)
    {
        _statements.Forget();
        await InDbAsync(work);
        return _statements.Seen;
    }

    private Actor ActorOf(string who) => who switch
    {
        "public" => Actor.Public,
        "office" => Actor.OrganisationOffice,
        "fifty" => Actor.GeneralBranchSecretary(_unit),
        "leaf" => Actor.Secretary(_leaf),
        "member" => Actor.Member(_leaf),
        "auditor" => Actor.Auditor,
        "security" => Actor.SecurityAdministrator,
        "system" => Actor.SystemAdministrator,
        _ => throw new ArgumentOutOfRangeException(nameof(who), who, null),
    };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureServices(services =>
        {
            services.ConfigureDbContext<SqlitePortalDb>(options => options.AddInterceptors(_statements));
            services.ConfigureDbContext<PostgreSqlPortalDb>(options => options.AddInterceptors(_statements));
            services.ConfigureDbContext<SqlServerPortalDb>(options => options.AddInterceptors(_statements));
        });
    }

    private Task PlantTreeAsync() => InDbAsync(async db =>
    {
        var founded = new DateOnly(2020, 9, 1);
        var top = new Branch("FULL", "Full University", BranchKind.UniversityCommittee, null, founded);
        db.Add(top);
        for (var unit = 0; unit < Units; unit++)
        {
            var college = new Branch($"F{unit:D2}", $"College {unit}", unit % 2 == 0 ? BranchKind.CollegeCommittee : BranchKind.GeneralBranch, top, founded);
            db.Add(college);
            for (var leaf = 0; leaf < 49; leaf++) db.Add(_leaf = new Branch($"F{unit:D2}{leaf:D2}", $"Branch {unit}-{leaf}", BranchKind.Branch, college, founded));
            _unit = college;
        }

        await db.SaveChangesAsync();
    });

    private async Task PlantPeopleAsync()
    {
        var first = await PlantPersonAsync(_leaf, "演示");
        const string number = "(s.k * 3000 + m.k * 50 + l.k)";
        await CopyAsync<Person>(first.Id, $"""
            s(k, c, p) AS (VALUES {Characters(Surnames)}), m(k, c, p) AS (VALUES {Characters(Middles)}), l(k, c, p) AS (VALUES {Characters(Lasts)}),
            b(id, k) AS (SELECT "Id", ROW_NUMBER() OVER (ORDER BY "Id") - 1 FROM "Branches" WHERE "Kind" = {(int)BranchKind.Branch})
            """, $"s CROSS JOIN m CROSS JOIN l JOIN b ON b.k = {number} % {Units * 49}", new()
        {
            ["Name"] = "s.c || m.c || l.c",
            ["NameKey"] = "s.p || ' ' || m.p || ' ' || l.p",
            ["InitialsKey"] = "substr(s.p, 1, 1) || substr(m.p, 1, 1) || substr(l.p, 1, 1)",
            ["Number"] = $"'2024' || (100000 + {number})",
            ["NumberKey"] = $"'2024' || (100000 + {number})",
            ["BranchId"] = "b.id",
        });
    }

    private async Task PlantNoticesAsync()
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        var first = await InDbAsync(async db =>
        {
            var notice = new Notice(_leaf.Id, new NoticeContent("A notice", "<p>Text</p>", NoticeCategory.Notice, AudienceKind.Campus), db.Viewer, now);
            notice.Publish(db.Viewer, now);
            db.Add(notice);
            await db.SaveChangesAsync();
            return notice.Id;
        });
        await CopyAsync<Notice>(first, Numbers(3000), "n", new()
        {
            ["PublishAt"] = Earlier("PublishAt", "n.i"),
            ["AudienceKey"] = "CASE n.i % 3 WHEN 0 THEN 'internet' WHEN 1 THEN 'members' ELSE 'branch:7' END",
        });
    }

    private async Task PlantAuditAsync()
    {
        var first = await InDbAsync(async db => (await db.Audit.FirstAsync()).Id);
        await CopyAsync<Domain.Audit.AuditEntry>(first, Numbers(20_000), "n", new() { ["At"] = Earlier("At", "n.i") });
    }

    /// <summary>Copies one row many times with other values in some columns: so that a new column of the table needs no word here.</summary>
    private Task CopyAsync<T>(long template, string with, string from, Dictionary<string, string> other) where T : class => InDbAsync(async db =>
    {
        var table = db.Model.FindEntityType(typeof(T))!;
        var columns = table.GetProperties().Select(p => p.Name).Where(name => name != "Id").ToList();
        var values = columns.Select(column => other.GetValueOrDefault(column) ?? $"t.\"{column}\"");
#pragma warning disable EF1002 // The names come from the model and the values from this file.
        await db.Database.ExecuteSqlRawAsync($"""
            WITH RECURSIVE {with}
            INSERT INTO "{table.GetTableName()}" ({string.Join(", ", columns.Select(c => $"\"{c}\""))})
            SELECT {string.Join(", ", values)} FROM {from} JOIN "{table.GetTableName()}" AS t ON t."Id" = {template}
            """);
#pragma warning restore EF1002
    });

    private static string Characters(string all) => string.Join(", ", all.EnumerateRunes().Select((c, at) => string.Create(CultureInfo.InvariantCulture, $"({at}, '{c}', '{Pinyin.KeyOf("甲" + c).Split(' ')[1]}')")));

    private static string Numbers(int count) => $"n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {count})";

    private string Earlier(string column, string minutes) => Engine.Provider == "Sqlite" ? $"datetime(t.\"{column}\", '-' || {minutes} || ' minutes')" : $"t.\"{column}\" - {minutes} * interval '1 minute'";
}
