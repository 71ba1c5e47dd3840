using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Access;
using PartyPortal.Web.Features.Notices;

namespace PartyPortal.Load.Floor;

/// <summary>The list of notices by one statement, for a reader who is signed in.</summary>
[Route("floor/notices"), Authorize(Policies.SignedIn)]
public sealed class NoticesController : Controller
{
    private const string Sql = """
        SELECT n."Id", n."Title", b."Name", n."Category", n."State", n."PublishAt", n."IsPinned" FROM "Notices" AS n JOIN "Branches" AS b ON b."Id" = n."BranchId"
        WHERE n."State" = 4 ORDER BY n."PublishAt" DESC, n."Id" DESC LIMIT 21
        """;

    [HttpGet("")]
    public async Task<IActionResult> Floor()
    {
        var rows = await HttpContext.RequestServices.GetRequiredService<Ground>().ReadAsync(Sql,
            row => new NoticeRow(row.GetInt32(0), row.GetString(1), row.GetString(2), (NoticeCategory)row.GetInt32(3), (NoticeState)row.GetInt32(4), row.GetDateTime(5), row.GetBoolean(6)));
        return View("~/Features/Notices/Notices/Index.cshtml", new NoticeList(new Slice<NoticeRow>(rows[..20], "00"), null));
    }
}
