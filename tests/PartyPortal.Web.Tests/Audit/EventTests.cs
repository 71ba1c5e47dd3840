using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Data.Access;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Audit;

/// <summary>Security row 44: each deed that matters leaves exactly one row, in the transaction of the deed. On a database of its own, where nobody else does anything.</summary>
public sealed class EventTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    private const string Password = "a quiet lake in winter 41";

    /// <summary>The deed and the one row it leaves. Whoever adds a deed adds a line.</summary>
    public static readonly TheoryData<string, string> Deeds = new()
    {
        { "sign in", "SignIn.Succeeded" },
        { "sign in with a wrong password", "SignIn.Failed" },
        { "grant a role", "RoleGrant.Added" },
        { "withdraw a role", "RoleGrant.Modified" },
        { "export people", "People.Exported" },
        { "export the audit", "Audit.Exported" },
        { "publish a notice", "Notice.Modified" },
        { "withdraw a notice", "Notice.Modified" },
        { "change a setting", "Setting.Changed" },
        { "hurry a task", "Job.Asked" },
    };

    [Theory, MemberData(nameof(Deeds))]
    public async Task A_deed_leaves_exactly_one_row_that_says_who_did_what_in_which_office(string deed, string row)
    {
        var act = await PrepareAsync(deed);
        var before = await LastAsync();

        var by = await act();

        var rows = await portal.InDbAsync(db => db.Audit.Where(a => a.Id > before).ToListAsync());
        var written = Assert.Single(rows);
        Assert.Equal(row, written.Action);
        if (by is not null) Assert.Equal((by.AccountId, true), (written.AccountId, written.Role is not null));
    }

    [Fact]
    public async Task Nobody_not_even_the_portal_itself_changes_or_removes_a_row()
    {
        await portal.InDbAsync(async db => { db.Record("Deed.Tested"); await db.SaveChangesAsync(); });

        await Assert.ThrowsAsync<OutsideJurisdictionException>(() => portal.InDbAsync(async db =>
        {
            db.Remove(await db.Audit.FirstAsync());
            await db.SaveChangesAsync();
        }));
        await Assert.ThrowsAsync<OutsideJurisdictionException>(() => portal.InDbAsync(async db =>
        {
            db.Entry(await db.Audit.FirstAsync()).Property(a => a.Action).CurrentValue = "Deed.Forged";
            await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task A_deed_that_fails_leaves_no_row()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var page = await (await portal.As(Actor.Secretary(branch))).OpenAsync("/desk/notices/new");
        var before = await LastAsync();

        await page.SubmitAsync(new { Title = "a", Body = "<script></script>" });

        Assert.Equal(before, await LastAsync());
    }

    private Task<long> LastAsync() => portal.InDbAsync(db => db.Audit.MaxAsync(a => (long?)a.Id)).ContinueWith(t => t.Result ?? 0, TaskScheduler.Default);

    /// <summary>All that comes before the deed; the deed itself is given back, to be done while only it is watched.</summary>
    private async Task<Func<Task<Browser?>>> PrepareAsync(string deed)
    {
        var branch = await portal.PlantBranchAsync("Physics");
        switch (deed)
        {
            case "sign in" or "sign in with a wrong password":
                var name = await PlantAccountAsync();
                var signIn = await (await portal.As(Actor.Public)).OpenAsync("/sign-in");
                return async () => { await signIn.SubmitAsync(new { Name = name, Password = deed == "sign in" ? Password : "wrong" }); return null; };
            case "grant a role":
                return await SubmitAsync(Actor.SecurityAdministrator, "/admin/roles/new", new { Account = await PlantAccountAsync(), Role = Role.Secretary, Branch = branch.Code });
            case "withdraw a role":
                await portal.As(Actor.Secretary(branch));
                var grant = await portal.InDbAsync(db => db.RoleGrants.Where(g => g.BranchId == branch.Id).Select(g => g.Id).SingleAsync());
                return await SubmitAsync(Actor.SecurityAdministrator, "/admin/roles", new { }, $"form[action$='/{grant}/withdraw']");
            case "export people":
                return await GetAsync(Actor.Secretary(branch), "/people/export");
            case "export the audit":
                return await GetAsync(Actor.Auditor, "/admin/audit/export");
            case "publish a notice":
                var (author, draft) = await DraftAsync(branch);
                return async () => { await draft.SubmitAsync(new { }, "#publish"); return author; };
            case "withdraw a notice":
                var (writer, page) = await DraftAsync(branch);
                var published = await writer.FollowAsync(await page.SubmitAsync(new { }, "#publish"));
                var withdrawal = await writer.OpenAsync(published.Html.QuerySelector("a[href$='/withdraw']")!.GetAttribute("href")!);
                return async () => { await withdrawal.SubmitAsync(new { Reason = "Wrong date" }); return writer; };
            case "change a setting":
                return await SubmitAsync(Actor.SystemAdministrator, "/admin/settings", new { Values__NoticeMonths = 6 });
            default:
                await portal.Services.GetRequiredService<Platform.Jobs.JobRunner>().RunDueAsync();
                return await SubmitAsync(Actor.SystemAdministrator, "/admin/jobs", new { });
        }
    }

    private async Task<Func<Task<Browser?>>> SubmitAsync(Actor actor, string url, object fields, string? form = null)
    {
        var browser = await portal.As(actor);
        var page = await browser.OpenAsync(url);
        return async () => { await page.SubmitAsync(fields, form); return browser; };
    }

    private async Task<Func<Task<Browser?>>> GetAsync(Actor actor, string url)
    {
        var browser = await portal.As(actor);
        return async () => { await browser.GetAsync(url); return browser; };
    }

    private async Task<(Browser Author, Page Draft)> DraftAsync(Domain.Branches.Branch branch)
    {
        var author = await portal.As(Actor.Secretary(branch));
        var saved = await (await author.OpenAsync("/desk/notices/new")).SubmitAsync(new { Title = "Notice", Body = "<p>The text</p>", AudienceKind = AudienceKind.Branch });
        return (author, await author.FollowAsync(saved));
    }

    private Task<string> PlantAccountAsync() => portal.InDbAsync(async db =>
    {
        var name = Portal.Unique("user");
        var account = new Account { UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = name, State = AccountState.Active, SecurityStamp = name };
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, Password);
        db.AddRange(account, new SignInName { Normalized = SignInName.Normalize(name), Kind = SignInNameKind.UserName, AccountId = account.Id });
        await db.SaveChangesAsync();
        return name;
    });
}
