using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyPortal.Browser.Tests;

public sealed partial class Studying(RunningPortal portal) : Journey(portal)
{
    private const string Film = "微党课：门户怎样陪你学习";

    /// <summary>Sought to another place than the last one, played for a moment and paused: the pause keeps the place.</summary>
    private const string WatchAMoment = """
        async () => {
            const film = document.querySelector("video");
            film.muted = true;
            film.currentTime = Number(film.dataset.place) > 12 ? 8 : 16;
            await film.play();
            await new Promise(played => film.addEventListener("timeupdate", played, { once: true }));
            film.pause();
            return Math.floor(film.currentTime);
        }
        """;

    private const string TurnToTheThirdPageAndLeave = """
        () => {
            document.querySelector("#pdf").addEventListener("pdf-page", event => { if (event.detail.page === 3) dispatchEvent(new Event("pagehide")); });
            document.querySelector("#pdf-3").scrollIntoView({ block: "center" });
        }
        """;

    [Theory, MemberData(nameof(Device.Names), MemberType = typeof(Device))]
    public async Task A_member_finds_a_film_watches_and_goes_on_in_a_second_browser(string device)
    {
        var first = await SignInAsAsync("member", Device.Named(device));
        await first.OpenAsync("/study");
        await first.Page.GetByLabel("关键词").FillAsync("怎样陪你学习");
        await first.Page.GetByRole(AriaRole.Button, new() { Name = "查看" }).ClickAsync();
        await first.Page.GetByRole(AriaRole.Link, new() { NameRegex = FilmTitle() }).ClickAsync();
        await first.Page.ShouldBeAccessibleAsync();
        await first.Page.ShouldFitNarrowPhonesAsync();

        var place = 0;
        var kept = await first.Page.RunAndWaitForResponseAsync(
            async () => place = await first.Page.EvaluateAsync<int>(WatchAMoment), answer => answer.Url.EndsWith("/position", StringComparison.Ordinal));
        Assert.Equal(204, kept.Status);

        var second = await SignInAsAsync("member", Device.Desktop, ColorScheme.Dark);
        await second.OpenAsync("/my/study");
        await second.Page.ShouldBeAccessibleAsync();
        await second.Page.GetByRole(AriaRole.Link, new() { NameRegex = FilmTitle() }).ClickAsync();

        await second.Page.WaitForFunctionAsync("place => Math.abs(document.querySelector('video')?.currentTime - place) < 2", place);
        await Expect(second.Page.GetByText("上次学到 0:")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_member_changes_the_speed_by_the_keyboard()
    {
        var member = await SignInAsAsync("member", Device.Desktop);
        await member.OpenAsync("/study?Words=怎样陪你学习");
        await member.Page.GetByRole(AriaRole.Link, new() { NameRegex = FilmTitle() }).ClickAsync();

        // The player sets its own speed once it knows the film.
        await member.Page.WaitForFunctionAsync("() => document.querySelector('video')?.readyState > 0");
        await member.Page.GetByRole(AriaRole.Button, new() { Name = "播放设置" }).FocusAsync();
        await member.Page.Keyboard.PressAsync("Enter");
        await member.Page.GetByRole(AriaRole.Menuitem, new() { NameRegex = SpeedItem() }).PressAsync("Enter");
        await member.Page.GetByRole(AriaRole.Menuitemradio, new() { Name = "1.5×" }).PressAsync("Enter");

        await member.Page.WaitForFunctionAsync("() => document.querySelector('video').playbackRate === 1.5");
    }

    [Fact]
    public async Task A_film_of_a_gigabyte_is_sent_and_its_end_is_watched_without_what_lies_before_it()
    {
        var folder = Directory.CreateTempSubdirectory("portal-film-").FullName;
        LongFilm.Write(Path.Combine(folder, "long.mp4"));
        var secretary = await SignInAsAsync("secretary", Device.Desktop);
        await secretary.OpenAsync("/desk/study/new/Video");
        await secretary.Page.GetByLabel("标题").FillAsync("一段很长的录像");
        await secretary.Page.GetByLabel("主题").SelectOptionAsync(new SelectOptionValue { Label = "党务实务" });
        await secretary.Page.Locator("#Source").FillAsync("本支部");
        await secretary.Page.Locator("input[type=file]").First.SetInputFilesAsync(Path.Combine(folder, "long.mp4"));
        await Expect(secretary.Page.GetByText("上传完成，保存表单后生效。")).ToBeVisibleAsync(new() { Timeout = 240_000 });
        Directory.Delete(folder, recursive: true);
        await secretary.Page.GetByRole(AriaRole.Button, new() { Name = "保存草稿" }).ClickAsync();
        await secretary.Page.WaitForFunctionAsync("() => document.querySelector('video')?.readyState > 0", null, new() { Timeout = 60_000 });

        var behind = secretary.Page.WaitForResponseAsync(answer => answer.Status == 206 && Start(answer) > LongFilm.Gap);
        await secretary.Page.EvaluateAsync("document.querySelector('video').currentTime = 20");
        await behind;

        // A picture of the second half is there to be seen.
        await secretary.Page.WaitForFunctionAsync("() => { const film = document.querySelector('video'); return film.currentTime === 20 && !film.seeking && film.readyState >= 2; }");
    }

    private static long Start(IResponse answer) => answer.Headers.TryGetValue("content-range", out var range) && FirstByte().Match(range) is { Success: true } first
        ? long.Parse(first.Value, CultureInfo.InvariantCulture)
        : 0;

    [Theory, MemberData(nameof(Device.Names), MemberType = typeof(Device))]
    public async Task A_member_reads_a_document_in_the_page_and_marks_it_as_done(string device)
    {
        var member = await SignInAsAsync("member", Device.Named(device));
        await member.OpenAsync("/study?Kind=Document");
        await member.Page.GetByRole(AriaRole.Link, new() { NameRegex = Handbook() }).ClickAsync();

        await Expect(member.Page.GetByRole(AriaRole.Group, new() { Name = "第1页" })).ToContainTextAsync("支部工作常用提示");
        await member.Page.ShouldBeAccessibleAsync();
        var undo = member.Page.GetByRole(AriaRole.Button, new() { Name = "取消学完标记" });
        if (await undo.CountAsync() > 0) await undo.ClickAsync();
        await member.Page.GetByRole(AriaRole.Button, new() { Name = "标记为已学完" }).ClickAsync();

        await member.OpenAsync("/my/study");
        await Expect(member.Page.GetByRole(AriaRole.Link, new() { NameRegex = Handbook() })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_lines_of_a_film_are_searched_lead_to_where_they_are_said_and_the_one_being_said_is_marked()
    {
        var member = await SignInAsAsync("member", Device.Phone);
        await member.OpenAsync("/study?Words=怎样陪你学习");
        await member.Page.GetByRole(AriaRole.Link, new() { NameRegex = FilmTitle() }).ClickAsync();
        var lines = member.Page.Locator(".transcript li");
        await Expect(lines).ToHaveCountAsync(4);

        await member.Page.GetByLabel("在文稿中查找").FillAsync("两倍");
        await Expect(lines.Filter(new() { Visible = true })).ToHaveCountAsync(1);
        await Expect(member.Page.Locator(".transcript [role=status]")).ToContainTextAsync("1行");
        await member.Page.ShouldBeAccessibleAsync();

        await member.Page.WaitForFunctionAsync("() => document.querySelector('video')?.readyState > 0");
        await lines.GetByRole(AriaRole.Link, new() { Name = "0:09" }).ClickAsync();
        await Expect(member.Page.Locator(".transcript li[aria-current]")).ToContainTextAsync("可以放慢到一半");
        Assert.InRange(await member.Page.EvaluateAsync<double>("document.querySelector('video').currentTime"), 9, 14);
        await member.Page.EvaluateAsync("document.querySelector('video').pause()");

        await member.Page.SetViewportSizeAsync(1280, 900);
        var (film, transcript) = (await member.Page.Locator(".media-frame").BoundingBoxAsync(), await member.Page.Locator(".transcript").BoundingBoxAsync());
        Assert.True(transcript!.X >= film!.X + film.Width, "The transcript does not stand beside the film.");
    }

    [Fact]
    public async Task The_page_of_a_document_is_kept_when_it_is_opened_again_and_goes_on_in_a_second_browser()
    {
        var first = await SignInAsAsync("member", Device.Desktop);
        await OpenHandbookAsync(first);
        await first.Page.Keyboard.PressAsync("ArrowDown");
        var kept = await first.Page.RunAndWaitForResponseAsync(() => first.Page.EvaluateAsync(TurnToTheThirdPageAndLeave), answer => answer.Url.EndsWith("/position", StringComparison.Ordinal));
        Assert.Equal(204, kept.Status);

        // Opened and left again: nobody has moved, nothing is sent.
        var second = await SignInAsAsync("member", Device.Phone);
        await OpenHandbookAsync(second);
        var sent = new List<string>();
        second.Page.Request += (_, request) => { if (request.Method == "PUT") sent.Add(request.Url); };
        await second.Page.EvaluateAsync("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        await second.Page.EvaluateAsync("dispatchEvent(new Event('pagehide'))");
        await second.Page.ReloadAsync();
        Assert.Empty(sent);

        await Expect(second.Page.Locator("#pdf-3")).ToBeAttachedAsync();
        await second.Page.GetByRole(AriaRole.Link, new() { Name = "上次读到第3页" }).ClickAsync();
        await Expect(second.Page.Locator("#pdf-3")).ToBeInViewportAsync();
    }

    private static async Task OpenHandbookAsync(Visitor member)
    {
        await member.OpenAsync("/study?Kind=Document");
        await member.Page.GetByRole(AriaRole.Link, new() { NameRegex = Handbook() }).ClickAsync();
        await Expect(member.Page.Locator("#pdf-3")).ToBeAttachedAsync();
    }

    [GeneratedRegex(Film)]
    private static partial Regex FilmTitle();

    [GeneratedRegex("支部工作常用提示")]
    private static partial Regex Handbook();

    [GeneratedRegex("(?<=^bytes )[0-9]+")]
    private static partial Regex FirstByte();

    [GeneratedRegex("^播放速度")]
    private static partial Regex SpeedItem();
}
