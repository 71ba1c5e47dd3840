using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.Postings;
using PartyPortal.Domain.Sealing;
using PartyPortal.Web.Demo;
using PartyPortal.Web.Features.Audit;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Demo;

/// <summary>The fictional university: what is in it, and that it touches nothing real. On hosts of their own, since it wants a database for itself.</summary>
public sealed class DemoTests
{
    [Fact]
    public async Task The_demo_shows_every_state_and_every_name_says_that_it_is_invented()
    {
        await using var portal = await OwnPortalAsync();

        Assert.True(await StartAsync(portal));

        await portal.InDbAsync(async db =>
        {
            Assert.Equal(60, await db.Notices.CountAsync());
            Assert.Equal(Enum.GetValues<NoticeState>(), await db.Notices.Select(n => n.State).Distinct().Order().ToListAsync());
            Assert.Equal(Enum.GetValues<AudienceKind>(), await db.Notices.Select(n => n.AudienceKind).Distinct().Order().ToListAsync());
            Assert.Equal(Enum.GetValues<FeedbackState>(), await db.FeedbackItems.Select(f => f.State).Distinct().Order().ToListAsync());
            Assert.Equal(600, await db.People.CountAsync());
            Assert.Equal([PostingState.Draft, PostingState.Posted, PostingState.Closed], await db.Postings.Select(p => p.State).Distinct().Order().ToListAsync());
            Assert.True(await db.NoticeConfirmations.AnyAsync());
            Assert.False(await db.People.AnyAsync(p => !p.Name.Contains("（演示）")));
            Assert.False(await db.Notices.AnyAsync(n => !n.Title.Contains("（演示）")));
            Assert.False(await db.FeedbackItems.AnyAsync(f => !f.Text.Contains("（演示）")));
            return 0;
        });
    }

    [Fact]
    public async Task The_general_branch_secretary_of_the_demo_has_something_to_approve_and_to_answer()
    {
        await using var portal = await OwnPortalAsync();
        await StartAsync(portal);
        var marxism = await portal.InDbAsync(db => db.Branches.SingleAsync(b => b.Name == "马克思主义学院党总支"));
        var secretary = await portal.As(Actor.GeneralBranchSecretary(marxism));

        Assert.Contains("拟接收预备党员公示", (await secretary.OpenAsync("/desk/notices/approvals")).Text);
        Assert.Contains("投影仪", (await secretary.OpenAsync("/desk/feedback")).Text);
    }

    [Fact]
    public async Task The_demo_is_built_once_kept_between_starts_and_each_start_gives_new_passwords()
    {
        await using var portal = await OwnPortalAsync();
        await StartAsync(portal);
        var (built, hash) = (await BuiltAsync(portal), await HashAsync(portal));

        Assert.True(await StartAsync(portal));

        Assert.Equal(built, await BuiltAsync(portal));
        Assert.NotEqual(hash, await HashAsync(portal));
    }

    [Fact]
    public async Task A_fresh_demo_begins_again()
    {
        await using var portal = await OwnPortalAsync();
        await StartAsync(portal);
        var built = await BuiltAsync(portal);

        Assert.True(await StartAsync(portal, isFresh: true));

        Assert.NotEqual(built, await BuiltAsync(portal));
        Assert.Equal(600, await portal.InDbAsync(db => db.People.CountAsync()));
    }

    [Fact]
    public async Task A_database_with_real_data_is_refused_and_stays_as_it_was()
    {
        await using var portal = await OwnPortalAsync();
        await portal.PlantPersonAsync(await portal.PlantBranchAsync("Physics"), "Li Hua");

        Assert.False(await StartAsync(portal));
        Assert.False(await StartAsync(portal, isFresh: true));

        Assert.Equal("Li Hua", await portal.InDbAsync(db => db.People.Select(p => p.Name).SingleAsync()));
        Assert.False(await portal.InDbAsync(db => db.Users.AnyAsync()));
    }

    [Fact]
    public void The_demo_may_start_on_another_day()
    {
        var mode = StartMode.From(["--demo", "--today", "2027-03-01"]);

        Assert.Equal((true, false, new DateOnly(2027, 3, 1)), (mode.IsDemo, mode.IsFresh, mode.Today!.Value));
        Assert.Equal(["--urls", "x"], StartMode.WithoutOwn(["--demo", "--today", "2027-03-01", "--urls", "x", "--fresh"]));
    }

    private static async Task<Portal> OwnPortalAsync()
    {
        var portal = new Portal();
        await portal.InitializeAsync();
        return portal;
    }

    private static Task<bool> StartAsync(Portal portal, bool isFresh = false) => portal.InDbAsync(db =>
        new DemoStart(db, portal.Services.GetRequiredService<DataFolder>(), portal.Services.GetRequiredService<FileIntake>(), portal.Services.GetRequiredService<IPasswordHasher<Account>>(), portal.Services.GetRequiredService<FieldSealer>(), portal.Services.GetRequiredService<AuditWitness>(), portal.Clock).RunAsync(isFresh));

    /// <summary>A random key of the build.</summary>
    private static Task<Guid> BuiltAsync(Portal portal) => portal.InDbAsync(db => db.Branches.Where(b => b.CodeKey == DemoTree.TopCode).Select(b => b.Version).SingleAsync());

    private static Task<string?> HashAsync(Portal portal) => portal.InDbAsync(db => db.Users.Where(a => a.UserName == "demo-member").Select(a => a.PasswordHash).SingleAsync());
}
