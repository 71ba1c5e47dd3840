using System.Collections.Concurrent;
using Deque.AxeCore.Commons;

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

    // Of which colours an element with words is, its own marks and those of all around it decide. The first of each look is kept in the page.
    private const string Looks = """
        () => {
            const told = ["class", "type", "role", "aria-current", "aria-invalid"];
            const marks = e => e.localName + [...e.attributes].map(a => told.includes(a.name) ? `[${a.name}=${a.value}]` : `[${a.name}]`).sort().join("");
            const around = [document.documentElement, document.body].flatMap(e => [...e.attributes]).filter(a => a.name !== "lang").map(a => a.name + a.value);
            const page = [innerWidth, matchMedia("(prefers-color-scheme: dark)").matches, ...around].join();
            const look = e => e === document.body ? page : `${look(e.parentElement)}>${marks(e)}`;
            const hasWords = e => e.matches("input, select, textarea") || [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim());
            window.looks = new Map([...document.body.querySelectorAll("*")].filter(e => hasWords(e) && e.checkVisibility()).reverse().map(e => [look(e), e]));
            return [...looks.keys()];
        }
        """;

    // Run in the page itself: axe's wrapper for Playwright opens a second page for each look, which took most of the time.
    private const string Violations = """
        async ({ where, colours }) => {
            const context = colours ? { include: colours.map(look => looks.get(look)) } : document;
            const options = { resultTypes: ["violations"], ...(colours ? { runOnly: ["color-contrast"] } : { rules: { "color-contrast": { enabled: false } } }) };
            const { violations } = await axe.run(context, options);
            return violations.map(v => `\n  ${where}${v.id} (${v.impact}): ${v.help}`
                + v.nodes.slice(0, 5).map(n => `\n    ${n.target} ${n.html.slice(0, 200)}`).join("")).join("");
        }
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();
    private static readonly ConcurrentDictionary<string, string> Looked = [];
    private static readonly ConcurrentDictionary<string, string> Coloured = [];

    /// <summary>No barrier for anybody, light or dark, and nothing sticks out of a narrow phone: looked at once for each build of a page.</summary>
    public static async Task ShouldBeSoundAsync(this IPage page)
    {
        await page.WaitForLoadStateAsync();
        // It loads itself anew until the work is done.
        if (await page.Locator("[data-watch]").CountAsync() > 0) return;

        var builds = await page.EvaluateAsync<string[]>(Builds);
        var isNew = Looked.TryAdd(builds[0], page.Url) | Looked.TryAdd(builds[1], page.Url);
        if (!isNew) return;

        await page.ShouldBeAccessibleAsync();
        await page.ShouldFitNarrowPhonesAsync();
    }

    /// <summary>0 violations of axe's rules; those of colour light and dark, once for each look of an element. The message names rule, element and remedy.</summary>
    public static async Task ShouldBeAccessibleAsync(this IPage page)
    {
        await page.WaitForLoadStateAsync();
        await page.EvaluateAsync(Axe);
        var broken = await ViolationsAsync(page, "");
        string[] colours = [.. (await page.EvaluateAsync<string[]>(Looks)).Where(look => Coloured.TryAdd(look, page.Url))];
        if (colours.Length > 0)
        {
            broken += await ViolationsAsync(page, "", colours);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            broken += await ViolationsAsync(page, "in the dark, ", colours);
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }

        if (broken.Length > 0) Assert.Fail($"{page.Url} is not accessible:{broken}");
    }

    private static Task<string> ViolationsAsync(IPage page, string where, string[]? colours = null) => page.EvaluateAsync<string>(Violations, new { where, colours });

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
}
