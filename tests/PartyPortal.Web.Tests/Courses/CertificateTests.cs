using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Classes;
using PartyPortal.Web.Platform.Printing;
using PartyPortal.Web.Tests.Classes;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Study;
using QRCoder;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;

namespace PartyPortal.Web.Tests.Courses;

/// <summary>The paper that a learner takes away: on a page and as a file, with the same words and the same square.</summary>
public sealed class CertificateTests(Portal portal)
{
    [Fact]
    public async Task The_square_on_the_page_leads_to_where_anybody_checks_it_and_the_address_stands_below_the_code()
    {
        var (learner, path, code) = await EarnAsync(await portal.PlantBranchAsync("Physics"), Portal.Unique("党章党规"));

        var page = await learner.OpenAsync("/en" + path);

        var address = $"http://localhost/en/certificates/{code}";
        Assert.Contains(address, page.Html.QuerySelector(".poster-foot")!.TextContent);
        using var data = Square(address);
        using var expected = new SvgQRCode(data);
        Assert.Contains(expected.GetGraphic(4), page.Answer.Body);
        await (await portal.As(Actor.Public)).OpenAsync($"/en/certificates/{code}");
        NeedsFont();
        Assert.Equal($"/en{path}/pdf", page.Html.QuerySelector("a[href$='/pdf']")!.GetAttribute("href"));
    }

    [Theory, InlineData("", "已学完课程《{0}》。"), InlineData("/en", "has done the course “{0}”.")]
    public async Task The_file_holds_name_title_code_and_address_as_text_and_the_same_square(string language, string sentence)
    {
        var title = Portal.Unique("马克思主义与生日、日月、文言");
        var (learner, path, code) = await EarnAsync(await portal.PlantBranchAsync("物理学院"), title);

        var (text, pdf) = await ReadAsync(learner, $"{language}{path}/pdf");

        using (pdf)
        {
            var holder = await portal.InDbAsync(db => db.Users.Where(u => u.Id == learner.AccountId).Select(u => u.DisplayName).SingleAsync());
            foreach (var words in (string[])[holder, string.Format(null, sentence, title), PlainCode.InGroups(code), $"http://localhost{language}/certificates/{code}"]) Assert.Contains(Plain(words), text);
            // A radical looks like the character and is another one.
            Assert.DoesNotContain(text, c => c is >= '\u2E80' and <= '\u2FDF');
            Assert.Equal(1, pdf.NumberOfPages);
            AssertSquare(pdf, $"http://localhost{language}/certificates/{code}");
        }
    }

    [Fact]
    public async Task The_file_of_a_class_says_its_hours_and_is_its_holders_alone()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var learner = await portal.As(Actor.Member(branch));
        var (held, _) = await portal.PlantClassAsync(branch);
        await portal.InDbAsync(async db =>
        {
            db.Add(new ClassCertificate(await db.TrainingClasses.Include(c => c.Sessions).SingleAsync(c => c.Id == held), learner.AccountId!, portal.Today));
            return await db.SaveChangesAsync();
        });

        var (text, pdf) = await ReadAsync(learner, $"/en/my/class-certificates/{held}/pdf");

        using (pdf) Assert.Contains(Plain("of 3 class hours."), text);
        Assert.NotNull((await learner.OpenAsync($"/en/my/class-certificates/{held}")).Html.QuerySelector("a[href$='/pdf']"));
        foreach (var other in (Actor[])[Actor.Member(branch), Actor.Secretary(branch), Actor.SystemAdministrator]) await (await portal.As(other)).FindsNothingAt($"/en/my/class-certificates/{held}/pdf");
    }

    [Fact]
    public async Task What_the_font_cannot_write_is_left_to_the_print_window()
    {
        var (learner, path, _) = await EarnAsync(await portal.PlantBranchAsync("Physics"), Portal.Unique("😀"));

        var page = await learner.OpenAsync("/en" + path);

        Assert.Null(page.Html.QuerySelector("a[href$='/pdf']"));
        Assert.Contains("save it as PDF in the print window of the browser", page.Text);
        var answer = await learner.GetAsync($"/en{path}/pdf");
        Assert.Equal((HttpStatusCode.Redirect, "/en" + path), (answer.Status, answer.Location));
    }

    [Fact]
    public async Task Without_a_font_the_page_is_printed_as_ever()
    {
        var (learner, path, _) = await EarnAsync(await portal.PlantBranchAsync("Physics"), Portal.Unique("Course"));
        using var bare = portal.WithWebHostBuilder(web => web.UseSetting("Portal:PrintFont", "/nowhere.otf"));
        using var http = bare.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        http.DefaultRequestHeaders.Add("Cookie", learner.Http.DefaultRequestHeaders.GetValues("Cookie"));

        var page = await http.GetStringAsync(new Uri("/en" + path, UriKind.Relative));

        Assert.Contains("save it as PDF in the print window of the browser", page);
        Assert.DoesNotContain("/pdf\"", page);
    }

    private async Task<(Browser Learner, string Path, string Code)> EarnAsync(Branch branch, string title)
    {
        var learner = await portal.As(Actor.Member(branch));
        var (course, lessons) = await portal.PlantCourseAsync(branch, 1, c => c with { Title = title });
        await (await learner.OpenAsync($"/en/courses/{course}/lessons/{lessons[0]}")).SubmitAsync(new { }, "#done");
        return (learner, $"/my/certificates/{course}", await portal.InDbAsync(db => db.CourseCompletions.Where(c => c.CourseId == course).Select(c => c.Code).SingleAsync()));
    }

    private void NeedsFont() => Assert.SkipUnless(portal.Services.GetRequiredService<PrintFont>().Has("证书"), "No Chinese font is installed here.");

    private async Task<(string Text, PdfDocument Pdf)> ReadAsync(Browser learner, string url)
    {
        NeedsFont();
        using var answer = await learner.Http.GetAsync(new Uri(url, UriKind.Relative));
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType!.MediaType);
        var pdf = PdfDocument.Open(await answer.Content.ReadAsByteArrayAsync());
        return (Plain(pdf.GetPage(1).Text), pdf);
    }

    /// <summary>Lines end where the paper does.</summary>
    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    private static QRCodeData Square(string address) => QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);

    /// <summary>The black squares of the file, counted where the generator puts them.</summary>
    private static void AssertSquare(PdfDocument pdf, string address)
    {
        using var expected = Square(address);
        var edge = 128d / expected.ModuleMatrix.Count;
        var found = pdf.GetPage(1).Paths.SelectMany(path => path).Select(part => part.GetBoundingRectangle()).OfType<PdfRectangle>().Where(box => Math.Abs(box.Width - edge) < .1 && Math.Abs(box.Height - edge) < .1).ToList();
        var top = found.Max(box => box.Top);
        var squares = found.Select(box => ((int)Math.Round((top - box.Top) / edge), (int)Math.Round((box.Left - 64) / edge))).ToHashSet();
        var first = Enumerable.Range(0, expected.ModuleMatrix.Count).First(y => expected.ModuleMatrix[y].Cast<bool>().Any(black => black));
        var wanted = from y in Enumerable.Range(0, expected.ModuleMatrix.Count)
                     from x in Enumerable.Range(0, expected.ModuleMatrix.Count)
                     where expected.ModuleMatrix[y][x]
                     select (y - first, x);
        Assert.Equal(wanted.Order(), squares.Order());
    }
}
