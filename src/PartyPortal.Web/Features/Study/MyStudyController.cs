using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Access;

namespace PartyPortal.Web.Features.Study;

public sealed record MyStudyRow(int Id, string Title, StudyKind Kind, StudyCategory Category, int Position);

public sealed record MyStudyPage(IReadOnlyList<MyStudyRow> UnderWay, Slice<MyStudyRow> Done);

/// <summary>What the learner has begun and done. The page is the learner's own: no other account can open it.</summary>
[Route("my/study"), Authorize(Policies.SignedIn)]
public sealed class MyStudyController(PortalDb db) : Controller
{
    private const int Shown = 20;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? after) =>
        View(new MyStudyPage(after is null ? (await ListAsync(p => !p.IsDone, null)).Rows : [], await ListAsync(p => p.IsDone, after)));

    private Task<Slice<MyStudyRow>> ListAsync(System.Linq.Expressions.Expression<Func<StudyProgress, bool>> which, string? after)
    {
        var me = db.Viewer.AccountId;
        return db.StudyProgress.Where(p => p.AccountId == me && p.Material.State == StudyState.Published).Where(which).NewestFirstAsync(
            p => p.Material.PublishedAt, p => p.Id, after, Shown, p => new MyStudyRow(p.MaterialId, p.Material.Title, p.Material.Kind, p.Material.Category, p.Position));
    }
}
