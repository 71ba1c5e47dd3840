using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.People;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Security;

/// <summary>Security row 11: looking changes nothing. Every address that answers GET, as each role, and then every row of the database.</summary>
public sealed class SafeGetTests(OwnPortal portal) : IClassFixture<OwnPortal>
{
    // An export is a look that is written down, and a session knows the hour in which it was used last.
    private static readonly string[] WrittenDown = ["Audit", "Sessions"];

    [Fact]
    public async Task Whatever_is_looked_at_the_database_stays_as_it_was()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var ids = await PlantAsync(branch);
        Browser[] actors =
        [
            await portal.As(Actor.Public), await portal.As(Actor.Applicant(branch)), await portal.As(Actor.Member(branch)), await portal.As(Actor.Secretary(branch)),
            await portal.As(Actor.OrganisationOffice), await portal.As(Actor.SystemAdministrator), await portal.As(Actor.SecurityAdministrator), await portal.As(Actor.Auditor),
        ];
        var before = await HashesAsync();
        var failures = new List<string>();

        foreach (var address in Addresses.Of(portal).Where(a => a.Verb == "GET"))
        {
            foreach (var id in address.HasParameters ? ids : [""])
            {
                foreach (var actor in actors)
                {
                    var answer = await actor.GetAsync(address.Fill(_ => id));
                    if ((int)answer.Status >= 500 && !address.Template.StartsWith("/error", StringComparison.Ordinal)) failures.Add($"{address} with {id}: {(int)answer.Status}");
                }
            }
        }

        Assert.Empty(failures);
        Assert.Equal(before, await HashesAsync());
    }

    private async Task<string[]> PlantAsync(Branch branch) => await portal.InDbAsync(async db =>
    {
        var now = portal.Clock.UtcNow();
        var here = await db.Branches.Include(b => b.Parent).SingleAsync(b => b.Id == branch.Id);
        var person = new Person("Li Hua", here, Stage.FullMember, new DateOnly(2024, 9, 1));
        var notice = new Notice(branch.Id, new NoticeContent("Notice", "<p>The text</p>", NoticeCategory.Notice, AudienceKind.Branch) { AsksForConfirmation = true }, Viewer.System, now);
        notice.Publish(Viewer.System, now);
        var feedback = new FeedbackItem(FeedbackKind.Question, "When?", here, null, null, ReceiptCode.HashOf("test"), portal.FeedbackClock);
        db.AddRange(person, notice, feedback);
        await db.SaveChangesAsync();
        return new[] { $"{branch.Id}", $"{person.Id}", $"{notice.Id}", $"{feedback.Id}", "nothing" };
    });

    /// <summary>One line a table: its name, its rows, and a hash over all of them.</summary>
    private Task<List<string>> HashesAsync() => portal.InDbAsync(async db =>
    {
        List<string> lines = [];
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().Except(WrittenDown).Order(StringComparer.Ordinal)) lines.Add(await HashAsync(db, table));
        return lines;
    });

    private static async Task<string> HashAsync(PortalDb db, string table)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i) is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture))));
        rows.Sort(StringComparer.Ordinal);
        return $"{table} {rows.Count} {Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))))}";
    }
}
