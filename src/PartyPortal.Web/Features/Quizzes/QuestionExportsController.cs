using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Access;
using PartyPortal.Web.Features.Quizzes.Formats;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.Quizzes;

/// <summary>The questions that a search finds, as a file that this portal or Moodle reads again.</summary>
[Route("desk/questions/export"), Authorize(Policies.ManageStudy)]
public sealed class QuestionExportsController(PortalDb db, TimeProvider clock) : Controller
{
    [HttpGet("xlsx")]
    public async Task<IActionResult> Workbook(QuestionSearch search) => Named(await QuestionSheet.WriteAsync((await QuestionsAsync(search)).Select(q => q.Content)), Sheet.ContentType, "xlsx");

    [HttpGet("xml")]
    public async Task<IActionResult> Xml(QuestionSearch search) => Named(MoodleXml.Write(await QuestionsAsync(search)), "application/xml", "xml");

    [HttpGet("gift")]
    public async Task<IActionResult> Gift(QuestionSearch search) => Named(Encoding.UTF8.GetBytes(Formats.Gift.Write(await QuestionsAsync(search))), "text/plain", "gift.txt");

    private FileContentResult Named(byte[] file, string type, string ending) => File(file, type, $"questions-{clock.Today():yyyyMMdd}.{ending}");

    private async Task<List<(int Id, QuestionContent Content)>> QuestionsAsync(QuestionSearch search)
    {
        var questions = await search.Filter(db.Questions.Where(q => q.Branch.Path.StartsWith(db.Viewer.Path))).OrderBy(q => q.Id).AsNoTracking().ToListAsync();
        db.Record("Questions.Exported", detail: $"{questions.Count} rows");
        await db.SaveChangesAsync();
        return questions.ConvertAll(q => (q.Id, q.Content));
    }
}
