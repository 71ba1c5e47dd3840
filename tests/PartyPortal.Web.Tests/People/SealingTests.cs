using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Web.Features.People;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.People;

/// <summary>ID number and phone: sealed in the database, masked in pages, read in plain for a reason.</summary>
public sealed class SealingTests(Portal portal)
{
    // Another one each time: elsewhere in the tests people write a usual one into messages.
    private readonly string _phone = $"138{Random.Shared.Next(1000, 9999)}5678";
    private readonly string _idNumber = NewIdNumber();

    [Fact]
    public async Task A_phone_and_an_ID_number_are_shown_masked()
    {
        var (_, li, secretary) = await PlantAsync();

        await secretary.OpenAsync($"/people/{li.Id}");
        var page = await secretary.OpenAsync($"/people/{li.Id}");

        Assert.Contains("138****5678", page.Text);
        Assert.Contains($"{_idNumber[..4]}**********{_idNumber[^4..]}", page.Text);
        foreach (var address in (string[])[$"/people/{li.Id}", $"/people/{li.Id}/edit", "/people"]) await ShowsNothingPlainAsync(secretary, address);
        await ShowsNothingPlainAsync(await portal.As(Actor.Of(li)), "/me");
    }

    [Fact]
    public async Task A_phone_and_an_ID_number_are_nowhere_in_the_database_in_plain()
    {
        var (_, li, _) = await PlantAsync();

        var row = await portal.InDbAsync(db => db.People.AsNoTracking().SingleAsync(p => p.Id == li.Id));
        Assert.NotNull(row.IdNumberSealed);
        Assert.NotNull(row.PhoneSealed);
        foreach (var bytes in await RawAsync())
        {
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(_idNumber)) < 0);
            Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(_phone)) < 0);
        }
    }

    [Fact]
    public async Task A_secretary_reads_a_masked_field_for_a_reason_and_the_person_sees_who_and_why()
    {
        var (_, li, secretary) = await PlantAsync();

        var shown = await (await secretary.OpenAsync($"/people/{li.Id}/look")).SubmitAsync(new { Field = SealedField.IdNumber, Reason = "年度统计表需要" });

        Assert.Contains(_idNumber, shown.Text);
        Assert.Contains("no-store", shown.Message.Headers.CacheControl!.ToString());
        var row = Assert.Single(await portal.InDbAsync(db => db.Audit.Where(a => a.Subject == $"Person {li.Id}" && a.Action == "Person.Unmasked").ToListAsync()));
        Assert.Equal((secretary.AccountId, "IdNumber: 年度统计表需要"), (row.AccountId, row.Detail));
        Assert.Contains("年度统计表需要", (await (await portal.As(Actor.Of(li))).OpenAsync("/me")).Text);
    }

    [Theory, InlineData("", "This field is required."), InlineData("ok", "Say what you need it for. The person reads your reason.")]
    public async Task Without_a_reason_nothing_is_shown(string reason, string sentence)
    {
        var (_, li, secretary) = await PlantAsync();

        var answer = await (await secretary.OpenAsync($"/en/people/{li.Id}/look")).SubmitAsync(new { Field = SealedField.Phone, Reason = reason });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.True(answer.Text.Contains(sentence, StringComparison.Ordinal) || reason.Length == 0);
        Assert.DoesNotContain(_phone, answer.Body);
        Assert.False(await portal.InDbAsync(db => db.PersonLooks.AnyAsync(l => l.PersonId == li.Id)));
    }

    [Fact]
    public async Task A_student_assistant_reads_records_without_ID_numbers_and_unmasks_nothing()
    {
        var (branch, li, _) = await PlantAsync();
        var assistant = await portal.As(Actor.In(Role.StudentAssistant, branch));

        var page = await assistant.OpenAsync($"/people/{li.Id}");

        Assert.DoesNotContain(_idNumber[..4] + "****", page.Text);
        await assistant.IsRefusedAt($"/people/{li.Id}/look");
        await assistant.IsRefusedAt($"/people/{li.Id}/edit");
        await assistant.IsRefusedAt("/people/export");
    }

    [Fact]
    public async Task A_person_of_another_branch_cannot_be_looked_at()
    {
        var (_, li, _) = await PlantAsync();
        var stranger = await portal.As(Actor.Secretary(await portal.PlantBranchAsync("History")));

        await stranger.FindsNothingAt($"/people/{li.Id}/look");
        Assert.Equal(HttpStatusCode.NotFound, (await (await stranger.OpenAsync("/people/new")).SubmitAsAsync($"/people/{li.Id}/look", ("Field", "Phone"), ("Reason", "just curious"))).Status);
    }

    [Fact]
    public async Task A_field_swapped_in_the_database_is_not_shown()
    {
        var (branch, li, secretary) = await PlantAsync();
        var wang = await portal.PlantPersonAsync(branch, "Wang");
        await portal.InDbAsync(async db =>
        {
            var stolen = await db.People.Where(p => p.Id == li.Id).Select(p => p.PhoneSealed).SingleAsync();
            await db.People.Where(p => p.Id == wang.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.PhoneSealed, stolen));
        });

        var page = await secretary.OpenAsync($"/en/people/{wang.Id}");
        var look = await (await secretary.OpenAsync($"/en/people/{wang.Id}/look")).SubmitAsync(new { Field = SealedField.Phone, Reason = "to call" });

        Assert.Contains("Cannot be read", page.Text);
        look.IsRefusedWith("This field was changed outside the portal, or its key is missing.");
    }

    [Fact]
    public async Task A_wrong_ID_number_is_refused_at_its_field_and_what_was_typed_is_kept()
    {
        var (_, li, secretary) = await PlantAsync();

        var answer = await (await secretary.OpenAsync($"/en/people/{li.Id}/edit")).SubmitAsync(new { IdNumber = "110101199003071234" });

        answer.IsRefusedWith("The last character of the ID number does not fit the others. Compare it with the card.");
        Assert.Contains("does not fit", answer.Html.QuerySelector("#IdNumber-error")!.TextContent);
        Assert.Contains("110101199003071234", answer.Body);
    }

    [Fact]
    public async Task An_ID_number_on_record_elsewhere_is_refused_at_its_field()
    {
        var (branch, _, secretary) = await PlantAsync();
        var wang = await portal.PlantPersonAsync(branch, "Wang");

        var answer = await (await secretary.OpenAsync($"/en/people/{wang.Id}/edit")).SubmitAsync(new { IdNumber = _idNumber });

        answer.IsRefusedWith("This ID number belongs to another record.");
        Assert.Contains("another record", answer.Html.QuerySelector("#IdNumber-error")!.TextContent);
    }

    [Fact]
    public async Task An_empty_field_keeps_what_is_sealed_and_a_tick_deletes_it()
    {
        var (_, li, secretary) = await PlantAsync();

        await (await secretary.OpenAsync($"/people/{li.Id}/edit")).SubmitAsync(new { Email = "li@example.edu" });
        Assert.Contains("138****5678", (await secretary.OpenAsync($"/people/{li.Id}")).Text);

        await (await secretary.OpenAsync($"/people/{li.Id}/edit")).SubmitAsync(new { ForgetsPhone = true, ForgetsIdNumber = true });
        var left = await portal.InDbAsync(db => db.People.SingleAsync(p => p.Id == li.Id));
        Assert.Equal((null, null, null), (left.PhoneSealed, left.IdNumberSealed, left.IdNumberIndex));
    }

    [Fact]
    public async Task After_a_new_key_a_job_seals_the_old_fields_anew_and_goes_on_where_it_was_broken_off()
    {
        await using var own = new Portal();
        await own.InitializeAsync();
        var people = new List<Person>();
        foreach (var _ in Enumerable.Range(0, 2)) people.Add((await new SealingTests(own).PlantAsync()).Li);
        var keys = own.Services.GetRequiredService<FieldKeys>();
        keys.Renew();
        var sealer = keys.Sealer();
        var first = await ChangeAsync(own, people[0], person => person.Reseal(sealer));

        await own.InDbAsync(db => new ResealFields(sealer).RunAsync(db, own.Clock.UtcNow()));

        Assert.Equal(first.PhoneSealed, (await ChangeAsync(own, people[0], _ => { })).PhoneSealed);
        var second = await ChangeAsync(own, people[1], _ => { });
        Assert.True(sealer.IsCurrent(second.PhoneSealed!) && sealer.IsCurrent(second.IdNumberSealed!));
        Assert.EndsWith("5678", second.OpenPhone(sealer), StringComparison.Ordinal);
        Assert.NotNull(second.OpenIdNumber(sealer));
    }

    private static Task<Person> ChangeAsync(Portal there, Person person, Action<Person> change) => there.InDbAsync(async db =>
    {
        var found = await db.People.SingleAsync(p => p.Id == person.Id);
        change(found);
        await db.SaveChangesAsync();
        return found;
    });

    [Fact]
    public async Task No_phone_or_ID_number_comes_into_the_log()
    {
        await using var overheard = await OverheardPortal.StartAsync();
        var there = new SealingTests(overheard);
        var (_, li, secretary) = await there.PlantAsync();

        await (await secretary.OpenAsync($"/people/{li.Id}/edit")).SubmitAsync(new { Phone = there._phone[1..], IdNumber = there._idNumber[..^1] + "?" });
        await (await secretary.OpenAsync($"/people/{li.Id}/look")).SubmitAsync(new { Field = SealedField.IdNumber, Reason = "年度统计表需要" });

        Assert.Contains("/people", overheard.Log);
        Assert.DoesNotContain(there._idNumber[..^1], overheard.Log);
        Assert.DoesNotContain(there._phone[1..], overheard.Log);
    }

    /// <summary>A person whose phone and ID number a secretary has just written down by the page.</summary>
    private async Task<(Branch Branch, Person Li, Browser Secretary)> PlantAsync()
    {
        await portal.CollectIdNumbersAsync();
        var branch = await portal.PlantBranchAsync("Physics");
        var li = await portal.PlantPersonAsync(branch, "Li Hua");
        var secretary = await portal.As(Actor.Secretary(branch));
        var saved = await (await secretary.OpenAsync($"/people/{li.Id}/edit")).SubmitAsync(new { Phone = _phone, IdNumber = _idNumber });
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        return (branch, li, secretary);
    }

    private async Task ShowsNothingPlainAsync(Browser browser, string address)
    {
        var page = await browser.OpenAsync(address);
        Assert.DoesNotContain(_idNumber, page.Answer.Body);
        Assert.DoesNotContain(_phone, page.Answer.Body);
    }

    /// <summary>The bytes of the database file; on a server, every text of the two tables that could hold them.</summary>
    private async Task<IReadOnlyList<byte[]>> RawAsync()
    {
        if (portal.Engine.Provider == "Sqlite")
        {
            var file = portal.Engine.Connection.Split('=')[1];
            return [.. Directory.EnumerateFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*").Select(ReadShared)];
        }

        return await portal.InDbAsync(async db =>
        {
            var people = await db.People.Select(p => p.PhoneSealed + p.IdNumberSealed + p.IdNumberIndex + p.Number).ToListAsync();
            var audit = await db.Audit.Select(a => a.Detail + a.Subject).ToListAsync();
            return people.Concat(audit).Select(text => Encoding.UTF8.GetBytes(text ?? "")).ToList();
        });
    }

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Of a region that does not exist, with a right last character; another one each time.</summary>
    private static string NewIdNumber()
    {
        int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var digits = $"99{Random.Shared.Next(1000, 9999)}19900307{Random.Shared.Next(100, 999)}";
        return digits + "10X98765432"[digits.Select((digit, at) => (digit - '0') * weights[at]).Sum() % 11];
    }
}
