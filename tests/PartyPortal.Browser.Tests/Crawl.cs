using System.Text.RegularExpressions;

namespace PartyPortal.Browser.Tests;

/// <summary>Follows every link a person meets, one page of each shape, and looks at each build of a page: accessible light and dark, narrow, no dead link.</summary>
public abstract partial class Crawl(RunningPortal portal, string home) : Journey(portal)
{
    private readonly HashSet<string> _seen = [];
    private readonly Queue<string> _toOpen = new();
    private readonly Dictionary<string, string> _linkedFrom = [];
    private readonly List<string> _faults = [];

    public static TheoryData<string> Roles =>
    [
        "stranger", "applicant", "member", "secretary", "general-branch-secretary", "organisation-office",
        "system-administrator", "security-administrator", "auditor",
    ];

    [Theory, MemberData(nameof(Roles))]
    public async Task Every_page_is_sound_for(string role)
    {
        var visitor = role == "stranger" ? await VisitAsync(Device.Phone) : await SignInAsAsync(role, Device.Desktop);

        Meet([home], from: "the address bar");
        while (_toOpen.TryDequeue(out var path)) await LookAtAsync(visitor, path);

        Assert.True(_faults.Count == 0, $"{_faults.Count} faults on {_seen.Count} pages:\n{string.Join("\n", _faults)}");
    }

    private async Task LookAtAsync(Visitor visitor, string path)
    {
        var answer = await visitor.Page.APIRequest.GetAsync(path, new() { MaxRedirects = 0 });
        if (answer.Headers.TryGetValue("location", out var target))
        {
            var address = new Uri(Portal.Address, target);
            if (address.Authority == Portal.Address.Authority) Meet([address.AbsolutePath], path);
            return;
        }
        if (!answer.Ok)
        {
            // Others work in the portal meanwhile: what they finished is linked no more.
            if (await IsStillLinkedAsync(visitor, path)) _faults.Add($"{path} answers {answer.Status}, and is linked from {_linkedFrom[Shape(path)]}");
            return;
        }
        if (!answer.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal)) return;

        // Opened in the browser where the portal has not sent a page of this build before: for its links alone, reading it will do.
        var page = await SentPage.ReadAsync(new Uri(Portal.Address, path), await answer.TextAsync());
        Meet(page.Links, path);
        if (!page.IsOfNewBuild(Shape(path), visitor.Device)) return;

        if (!await IsOpenedAsync(visitor, path))
        {
            if (await IsStillLinkedAsync(visitor, path)) _faults.Add($"{path} cannot be opened, and is linked from {_linkedFrom[Shape(path)]}");
            return;
        }

        await NoteAsync(visitor.Page.ShouldBeSoundAsync);
        Meet(await LinksAsync(visitor), path);
    }

    private async Task<bool> IsStillLinkedAsync(Visitor visitor, string path)
    {
        var from = _linkedFrom[Shape(path)];
        if (!from.StartsWith('/')) return true;

        return await IsOpenedAsync(visitor, from) && (await LinksAsync(visitor)).Contains(path);
    }

    private static async Task<bool> IsOpenedAsync(Visitor visitor, string path) => await visitor.Page.GotoAsync(path) is { Ok: true };

    private static Task<string[]> LinksAsync(Visitor visitor) =>
        visitor.Page.EvaluateAsync<string[]>("[...document.links].filter(a => a.origin === location.origin && !a.hasAttribute('download')).map(a => a.pathname)");

    private void Meet(IEnumerable<string> paths, string from)
    {
        foreach (var path in paths)
        {
            var isEnglish = path == "/en" || path.StartsWith("/en/", StringComparison.Ordinal);
            if (isEnglish != (home != "/") || !_seen.Add(Shape(path))) continue;
            _linkedFrom[Shape(path)] = from;
            _toOpen.Enqueue(path);
        }
    }

    private async Task NoteAsync(Func<Task> look)
    {
        try
        {
            await look();
        }
        catch (Xunit.Sdk.XunitException fault)
        {
            _faults.Add(fault.Message);
        }
    }

    /// <summary>Pages that differ in a number or a random key alone are alike.</summary>
    private static string Shape(string path) => Key().Replace(path, "/*");

    [GeneratedRegex("/([0-9]+|[0-9a-fA-F-]{20,}|[A-Za-z0-9_-]{30,})(?=/|$)")]
    private static partial Regex Key();
}

public sealed class EveryPageInChinese(RunningPortal portal) : Crawl(portal, "/");

public sealed class EveryPageInEnglish(RunningPortal portal) : Crawl(portal, "/en/");
