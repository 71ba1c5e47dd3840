using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;

namespace PartyPortal.Browser.Tests.Rig;

internal static class Accessibility
{
    // Rows of a list repeat one build, and a page is built alike for many people: each build of a page, and of the frame around it, is looked at once.
    private const string Builds = """
        () => {
            const kind = e => [e.tagName, e.className.baseVal ?? e.className, e.getAttribute("role"), e.hasAttribute("aria-label")].join(".");
            const kinds = all => [...new Set(all.map(e => kind(e.parentElement) + ">" + kind(e)))].sort().join();
            const main = document.querySelector("main");
            const all = [...document.body.querySelectorAll("*")];
            const where = innerWidth + document.documentElement.lang;
            return [
                where + location.pathname.replace(/\d+/g, "*") + kinds(all.filter(e => main.contains(e))),
                where + kinds(all.filter(e => !main.contains(e))),
            ];
        }
        """;

    private static readonly ConcurrentDictionary<string, string> Looked = [];
    private static readonly HashSet<ResultType> Faults = [ResultType.Violations];

    /// <summary>No barrier for anybody, light or dark, and nothing sticks out of a narrow phone: looked at once for each build of a page.</summary>
    public static async Task ShouldBeSoundAsync(this IPage page)
    {
        var builds = await page.EvaluateAsync<string[]>(Builds);
        var isNew = Looked.TryAdd(builds[0], page.Url) | Looked.TryAdd(builds[1], page.Url);
        if (!isNew) return;

        await page.ShouldBeAccessibleAsync();
        await page.ShouldFitNarrowPhonesAsync();
    }

    /// <summary>0 violations of axe's rules, light and dark; the message names rule, element and remedy.</summary>
    public static async Task ShouldBeAccessibleAsync(this IPage page)
    {
        var broken = Describe(await page.RunAxe(new AxeRunOptions { ResultTypes = Faults }), "");

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        broken += Describe(await page.RunAxe(new AxeRunOptions { ResultTypes = Faults, RunOnly = RunOnlyOptions.Rules("color-contrast") }), "in the dark, ");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });

        if (broken.Length > 0) Assert.Fail($"{page.Url} is not accessible:{broken}");
    }

    /// <summary>Nothing sticks out sideways on the narrowest phone.</summary>
    public static async Task ShouldFitNarrowPhonesAsync(this IPage page)
    {
        var size = page.ViewportSize!;
        await page.SetViewportSizeAsync(320, 640);
        var width = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        var culprit = width <= 320 ? "" : await page.EvaluateAsync<string>(
            "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > 321).slice(-3).map(e => e.outerHTML.slice(0, 160)).join('\\n')");
        await page.SetViewportSizeAsync(size.Width, size.Height);

        Assert.True(width <= 320, $"{page.Url} is {width} px wide on a phone of 320 px:\n{culprit}");
    }

    private static string Describe(AxeResult result, string where) => string.Concat(result.Violations.Select(violation =>
        $"\n  {where}{violation.Id} ({violation.Impact}): {violation.Help}"
        + string.Concat(violation.Nodes.Take(5).Select(node => $"\n    {node.Target} {Shorten(node.Html)}"))));

    private static string Shorten(string html) => html.Length <= 200 ? html : html[..200] + "…";
}
