using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Notices;

/// <summary>Files beside notices: sent, ordered, dropped, and read by whoever reads the notice.</summary>
public sealed class AttachmentTests(Portal portal)
{
    [Fact]
    public async Task A_secretary_attaches_files_sent_ahead_and_a_member_reads_them_with_kind_and_size()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(physics));
        var (pdf, _) = await secretary.SendAsync("党章.pdf", FileUse.Attachment, SampleFile.Pdf());
        var (docx, _) = await secretary.SendAsync("申请书.docx", FileUse.Attachment, SampleFile.Office("word"));

        var id = await PublishAsync(secretary, pdf, docx);

        var page = await (await portal.As(Actor.Member(physics))).OpenAsync($"/en/notices/{id}");
        Assert.Contains("党章.pdf (PDF, 1 KB) 申请书.docx (Document, 1 KB)", page.Text);
        Assert.Equal(0, await portal.InDbAsync(db => db.Uploads.CountAsync(u => u.Id == pdf || u.Id == docx)));
    }

    [Fact]
    public async Task Without_a_script_the_form_itself_carries_the_file()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(physics));
        var page = await secretary.OpenAsync("/en/desk/notices/new");

        var refused = await page.SubmitAsync(new { Title = "Form", Body = "Text", Attachments__Added__Files = ("run.exe", SampleFile.Exe()) });
        refused.IsRefusedWith("“run.exe” is of a kind that is not taken here.");
        Assert.Contains("value=\"Form\"", refused.Body);

        var saved = await secretary.FollowAsync(await page.SubmitAsync(new { Title = "Form", Body = "Text", Attachments__Added__Files = ("../表 1.pdf", SampleFile.Pdf()) }));
        Assert.Contains("表 1.pdf", saved.Text);
    }

    [Fact]
    public async Task A_refused_form_still_has_what_had_arrived()
    {
        var secretary = await portal.As(Actor.Secretary(await portal.PlantBranchAsync("Physics")));
        var (pdf, _) = await secretary.SendAsync("党章.pdf", FileUse.Attachment, SampleFile.Pdf());
        var page = await secretary.OpenAsync("/en/desk/notices/new");

        var refused = await secretary.PostAsync("/en/desk/notices/new", Form(page, ("Title", ""), ("Body", "Text"), ("Attachments.Added.Uploads", $"{pdf}")));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Equal($"{pdf}", refused.Html.QuerySelector("[name='Attachments.Added.Uploads']:checked")!.GetAttribute("value"));
        Assert.Contains("党章.pdf", refused.Text);
    }

    [Fact]
    public async Task Attachments_are_ordered_and_dropped_and_the_dropped_bytes_are_gone()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(physics));
        var id = await PublishAsync(secretary, await SendAsync(secretary, "1.pdf"), await SendAsync(secretary, "2.pdf"), await SendAsync(secretary, "3.pdf"));
        var dropped = await FileAsync(id, "2.pdf");

        var page = await secretary.OpenAsync($"/en/desk/notices/{id}/edit");
        page.Html.QuerySelector("[name='Attachments.Rows[0].Position']")!.SetAttribute("value", "9");
        page.Html.QuerySelector("[name='Attachments.Rows[1].IsDropped']")!.SetAttribute("checked", "checked");
        await page.SubmitAsync(new { });

        Assert.Equal(["3.pdf", "1.pdf"], await NamesAsync(id));
        Assert.Null(portal.Services.GetRequiredService<IFileStore>().Open(dropped.StoreName));
    }

    [Fact]
    public async Task A_change_of_the_files_of_a_notice_for_the_Internet_asks_for_approval_again()
    {
        var college = await portal.PlantBranchAsync("College", null, BranchKind.UniversityCommittee);
        var secretary = await portal.As(Actor.Secretary(college));
        var id = await PlantAsync(college, AudienceKind.Internet, "a.pdf");

        await (await secretary.OpenAsync($"/desk/notices/{id}/edit")).SubmitAsync(new { Attachments__Added__Files = ("b.pdf", SampleFile.Pdf()) });

        Assert.Equal(NoticeState.Draft, (await portal.InDbAsync(db => db.Notices.SingleAsync(n => n.Id == id))).State);
        await (await portal.As(Actor.Public)).FindsNothingAt(await AddressAsync(id, "a.pdf"));
    }

    [Fact]
    public async Task A_file_is_found_only_by_those_who_may_read_its_notice_whatever_the_address()
    {
        var university = await portal.PlantBranchAsync("University", null, BranchKind.UniversityCommittee);
        var (physics, history) = (await portal.PlantBranchAsync("Physics", university), await portal.PlantBranchAsync("History", university));
        var (id, other) = (await PlantAsync(physics, AudienceKind.Branch, "a.pdf"), await PlantAsync(physics, AudienceKind.Branch, "b.pdf"));
        var address = await AddressAsync(id, "a.pdf");

        Assert.Equal(HttpStatusCode.OK, (await (await portal.As(Actor.Member(physics))).GetAsync(address)).Status);
        await (await portal.As(Actor.Public)).FindsNothingAt(address);
        await (await portal.As(Actor.Member(history))).FindsNothingAt(address);
        await (await portal.As(Actor.Secretary(history))).FindsNothingAt(address);
        await (await portal.As(Actor.Member(physics))).FindsNothingAt(address.Replace($"/{id}/", $"/{other}/", StringComparison.Ordinal));
        await (await portal.As(Actor.Member(physics))).FindsNothingAt($"/notices/{id}/files/..%2f..%2fportal.db");

        using var part = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new RangeHeaderValue(0, 3) } };
        Assert.Equal(HttpStatusCode.NotFound, (await (await portal.As(Actor.Public)).Http.SendAsync(part)).StatusCode);
    }

    [Fact]
    public async Task A_drafts_file_is_for_its_desk_alone_and_a_withdrawn_ones_for_no_reader()
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var secretary = await portal.As(Actor.Secretary(physics));
        var draft = await DraftAsync(secretary, await SendAsync(secretary, "a.pdf"));
        var address = await AddressAsync(draft, "a.pdf");

        Assert.Equal(HttpStatusCode.OK, (await secretary.GetAsync(address)).Status);
        await (await portal.As(Actor.Member(physics))).FindsNothingAt(address);

        await (await secretary.OpenAsync($"/desk/notices/{draft}")).SubmitAsync(new { }, "#publish");
        Assert.Equal(HttpStatusCode.OK, (await (await portal.As(Actor.Member(physics))).GetAsync(address)).Status);
        await (await secretary.OpenAsync($"/desk/notices/{draft}/withdraw")).SubmitAsync(new { Reason = "Wrong" });
        await (await portal.As(Actor.Member(physics))).FindsNothingAt(address);
    }

    [Theory]
    [InlineData("党章 (2022).pdf", "application/pdf", "inline")]
    [InlineData("申请书.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "attachment")]
    [InlineData("说明.txt", "text/plain", "attachment")]
    [InlineData("照片.png", "image/png", "inline")]
    [InlineData("短片.mp4", "video/mp4", "inline")]
    public async Task A_file_is_served_as_data_that_can_run_nothing(string name, string type, string disposition)
    {
        var physics = await portal.PlantBranchAsync("Physics");
        var id = await PlantAsync(physics, AudienceKind.Branch, name);

        var answer = (await (await portal.As(Actor.Member(physics))).GetAsync(await AddressAsync(id, name))).Message;

        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"{disposition}; filename*=UTF-8''{Uri.EscapeDataString(name)}", answer.Content.Headers.GetValues("Content-Disposition").Single());
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy);
        Assert.DoesNotContain("script", policy);
        Assert.Equal(type != "application/pdf", policy.Contains("sandbox", StringComparison.Ordinal));
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_public_file_may_be_kept_if_one_asks_each_time_and_comes_in_parts()
    {
        var university = await portal.PlantBranchAsync("University", null, BranchKind.UniversityCommittee);
        var id = await PlantAsync(university, AudienceKind.Internet, "a.txt");
        var address = await AddressAsync(id, "a.txt");
        var stranger = (await portal.As(Actor.Public)).Http;

        using var whole = await stranger.GetAsync(address);
        using var part = await stranger.SendAsync(new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Range = new RangeHeaderValue(1, 3) } });
        using var again = await stranger.SendAsync(new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { whole.Headers.ETag! } } });
        using var head = await stranger.SendAsync(new HttpRequestMessage(HttpMethod.Head, address));

        Assert.Equal("public, no-cache", whole.Headers.CacheControl!.ToString());
        Assert.Equal((HttpStatusCode.PartialContent, "ext"), (part.StatusCode, await part.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal((HttpStatusCode.OK, 4L), (head.StatusCode, head.Content.Headers.ContentLength));
    }

    [Fact]
    public async Task A_form_larger_than_the_setting_is_too_large_and_says_so()
    {
        var secretary = await portal.As(Actor.Secretary(await portal.PlantBranchAsync("Physics")));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/en/desk/notices/new") { Content = new StreamContent(new MemoryStream(new byte[52 * 1024 * 1024])) };

        var answer = await Answer.OfAsync(await secretary.Http.SendAsync(request));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Contains("What you sent is too large.", answer.Text);
    }

    [Fact]
    public async Task Beside_every_upload_stands_that_nothing_classified_may_be_sent()
    {
        var secretary = await portal.As(Actor.Secretary(await portal.PlantBranchAsync("Physics")));

        foreach (var address in (string[])["/desk/notices/new", "/desk/guides/new"])
            Assert.Contains("严禁上传涉密信息", (await secretary.OpenAsync(address)).Html.QuerySelector("main")!.TextContent);
    }

    private static async Task<Guid> SendAsync(Browser secretary, string name) => (await secretary.SendAsync(name, FileUse.Attachment, SampleFile.Pdf())).Id;

    private static FormUrlEncodedContent Form(Page page, params (string Name, string Value)[] fields) => new(page.Html.QuerySelectorAll("main form input[type=hidden]")
        .Select(i => new KeyValuePair<string, string>(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).Concat(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value))));

    private static async Task<int> DraftAsync(Browser secretary, params Guid[] uploads)
    {
        var page = await secretary.OpenAsync("/desk/notices/new");
        var branch = page.Html.QuerySelector("[name=BranchId]")!.GetAttribute("value") ?? page.Html.QuerySelector("[name=BranchId] option[selected]")!.GetAttribute("value");
        var saved = await secretary.PostAsync("/desk/notices/new", Form(page, [("Title", Portal.Unique("Notice")), ("Body", "Text"), ("BranchId", branch!), ("Category", "Notice"), ("AudienceKind", "Branch"), .. uploads.Select(u => ("Attachments.Added.Uploads", $"{u}"))]));
        Assert.True(saved.Location is not null, saved.Text);
        return int.Parse(saved.Location!.Split('/')[^1]);
    }

    private static async Task<int> PublishAsync(Browser secretary, params Guid[] uploads)
    {
        var id = await DraftAsync(secretary, uploads);
        await (await secretary.OpenAsync($"/desk/notices/{id}")).SubmitAsync(new { }, "#publish");
        return id;
    }

    private Task<int> PlantAsync(Branch branch, AudienceKind audience, string name) => portal.InDbAsync(async db =>
    {
        var (now, intake) = (portal.Clock.UtcNow(), portal.Services.GetRequiredService<FileIntake>());
        var bytes = Path.GetExtension(name) switch { ".pdf" => SampleFile.Pdf(), ".docx" => SampleFile.Office("word"), ".png" => SampleFile.Picture(), ".mp4" => SampleFile.Mp4(), _ => SampleFile.Text("text") };
        var notice = new Notice(branch.Id, new NoticeContent(Portal.Unique("Notice"), "Text", NoticeCategory.Notice, audience), Viewer.System, now);
        notice.ChangeAttachments([], [await intake.TakeAsync(new MemoryStream(bytes), name, FileUse.Attachment)]);
        notice.Publish(Viewer.System, now);
        if (audience is AudienceKind.Internet) notice.Approve(new Viewer { AccountId = "second" }, now);
        db.Add(notice);
        await db.SaveChangesAsync();
        return notice.Id;
    });

    private Task<List<string>> NamesAsync(int id) => portal.InDbAsync(db => db.NoticeAttachments.Where(a => a.NoticeId == id).OrderBy(a => a.Position).Select(a => a.File.Name).ToListAsync());

    private Task<StoredFile> FileAsync(int id, string name) => portal.InDbAsync(db => db.NoticeAttachments.Where(a => a.NoticeId == id && a.File.Name == name).Select(a => a.File).SingleAsync());

    private async Task<string> AddressAsync(int id, string name) =>
        $"/notices/{id}/files/{await portal.InDbAsync(db => db.NoticeAttachments.Where(a => a.NoticeId == id && a.File.Name == name).Select(a => a.Id).SingleAsync())}";
}
