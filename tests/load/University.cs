using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Settings;
using PartyPortal.Web.Features.Accounts;

namespace PartyPortal.Load;

/// <summary>
/// Fills a database through the portal's own gates and rules: branches, people, a notice for each, accounts, and what is studied. Everything is made up, and the same at every run.
/// </summary>
internal sealed class University(LoadHost host, Ground ground)
{
    public const int Readers = 1000;
    public const int Learners = 32;
    public const int Sleepers = 200;
    public const string Password = "a quiet pond at dawn";
    public const string Office = "office";
    public const string Secretary = "secretary";

    private const int AtOnce = 1000;
    private const int BranchesInACollege = 49;
    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private const string Given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰飞鑫波斌宇浩凯健俊帆雪琳倩慧建国文志海永春晓红梅小云金天福昌龙成康庆";

    private static readonly DateOnly Founded = new(2020, 9, 1);

    private readonly Random _chance = new(20261124);
    private List<int> _branchIds = [];

    /// <summary>Once: a database that is filled already is taken as it is.</summary>
    public async Task FillAsync()
    {
        if (File.Exists(ground.FilledMark)) return;

        host.GiveKeys();
        await host.InDbAsync(async db => { await db.MigrateAsync(); return 0; });
        _branchIds = await BranchesAsync();
        await PeopleAsync();
        await NoticesAsync();
        await AccountsAsync();
        await new StudyGround(host).FillAsync(_branchIds[0], Learners);
        await host.InDbAsync(SettleAsync);
        await File.WriteAllTextAsync(ground.FilledMark, "");
    }

    private Task<List<int>> BranchesAsync() => host.InDbAsync(async db =>
    {
        var top = new Branch("U", "示范大学党委", BranchKind.UniversityCommittee, null, Founded);
        db.Add(top);
        var branches = new List<Branch>();
        for (var i = 0; i < ground.Branches; i++)
        {
            var college = i % BranchesInACollege == 0 ? new Branch($"C{i:D5}", $"第{i / BranchesInACollege + 1}学院党总支", BranchKind.GeneralBranch, top, Founded) : branches[^1].Parent!;
            branches.Add(new Branch($"B{i:D5}", $"第{i + 1}党支部", BranchKind.Branch, college, Founded));
        }

        db.AddRange(branches);
        await ImportAsync(db);
        return branches.ConvertAll(b => b.Id);
    });

    private async Task PeopleAsync()
    {
        for (var from = 0; from < ground.People; from += AtOnce)
            await host.InDbAsync(async db =>
            {
                var branches = await db.Branches.Where(b => b.Kind == BranchKind.Branch).OrderBy(b => b.Id).ToListAsync();
                for (var i = from; i < from + AtOnce; i++)
                {
                    var person = new Person(Name(i), branches[i % branches.Count], Stage.FullMember, Founded);
                    person.GiveNumber(string.Create(CultureInfo.InvariantCulture, $"2024{i:D6}"));
                    db.Add(person);
                }

                await ImportAsync(db);
                return 0;
            });
    }

    private async Task NoticesAsync()
    {
        var words = new Words(_chance);
        for (var from = 0; from < ground.People; from += AtOnce)
            await host.InDbAsync(async db =>
            {
                var now = DateTime.UtcNow;
                for (var i = from; i < from + AtOnce; i++)
                {
                    var audience = i % 3 == 0 ? AudienceKind.Branch : i % 3 == 1 ? AudienceKind.Members : AudienceKind.Campus;
                    var notice = new Notice(_branchIds[i % _branchIds.Count], new NoticeContent(words.Text(12), $"<p>{words.Text(500)}</p>", NoticeCategory.Notice, audience) { PublishAt = now.AddMinutes(-i - 1) }, db.Viewer, now);
                    notice.Publish(db.Viewer, now);
                    db.Add(notice);
                }

                await ImportAsync(db);
                return 0;
            });
    }

    /// <summary>An office, a secretary, a thousand readers, and those who come at eight o'clock with their password.</summary>
    private Task AccountsAsync() => host.InDbAsync(async db =>
    {
        var branch = await db.Branches.FirstAsync(b => b.Id == _branchIds[0]);
        db.AddRange(NewAccount(Office), new RoleGrant(Office, Role.OrganisationOffice, null, Founded, Office));
        db.AddRange(NewAccount(Secretary), new RoleGrant(Secretary, Role.Secretary, branch, Founded, Secretary));
        var people = await db.People.OrderBy(p => p.Id).Take(Readers).ToListAsync();
        foreach (var (person, i) in people.Select((person, i) => (person, i)))
        {
            db.Add(NewAccount(Reader(i)));
            person.AccountId = Reader(i);
        }

        var hash = await host.Services.GetRequiredService<PasswordHashing>().HashAsync(new Account(), Password);
        for (var i = 0; i < Sleepers; i++)
        {
            var account = NewAccount(Sleeper(i));
            account.PasswordHash = hash;
            db.AddRange(account, new SignInName { AccountId = account.Id, Kind = SignInNameKind.UserName, Normalized = SignInName.Normalize(account.UserName!) });
        }

        await ImportAsync(db);
        return 0;
    });

    /// <summary>A part of the notices is open to everybody; nobody is told of what was published years ago.</summary>
    private async Task<int> SettleAsync(PortalDb db)
    {
        await db.Notices.Where(n => n.AudienceKind == AudienceKind.Campus).ExecuteUpdateAsync(n => n.SetProperty(x => x.AudienceKind, AudienceKind.Internet).SetProperty(x => x.AudienceKey, Audience.Internet));
        await db.Outbox.ExecuteDeleteAsync();
        // All who sign in come from one address here: the highest that the setting allows.
        db.Add(new Setting { Key = nameof(PortalSettings.SignInsPerMinute), Value = "1000" });
        await db.SaveChangesAsync();
        await db.MeasureTablesAsync();
        if (ground.Engine == "PostgreSql") await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE");
        return 0;
    }

    public static string Reader(int i) => string.Create(CultureInfo.InvariantCulture, $"reader{i}");

    public static string Sleeper(int i) => string.Create(CultureInfo.InvariantCulture, $"sleeper{i}");

    private static Account NewAccount(string name) => new() { Id = name, UserName = name, NormalizedUserName = SignInName.Normalize(name), DisplayName = name, State = AccountState.Active, SecurityStamp = name };

    private static Task ImportAsync(PortalDb db) => db.ImportAsync("Load.Filled", null, "made up");

    private static string Name(int i) => $"{Surnames[i % Surnames.Length]}{Given[i / Surnames.Length % Given.Length]}{Given[i / Surnames.Length / Given.Length % Given.Length]}";
}
