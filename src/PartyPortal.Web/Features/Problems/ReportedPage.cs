using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Problems;

namespace PartyPortal.Web.Features.Problems;

/// <summary>Whose page it is: the organisation of what is published there, else the top of the tree. What the reporter does not see is not told apart from what does not exist.</summary>
internal sealed class ReportedPage(PortalDb db)
{
    public async Task<(Branch Branch, string Page)> FindAsync(string? address)
    {
        var page = PagePath.Of(address);
        if (PagePath.Subject(page) is not { } subject) return (await TopAsync(), page);

        var owner = subject.Word switch
        {
            "notices" => db.Notices.Where(n => n.Id == subject.Id).Select(n => n.Branch),
            "guides" => db.Guides.Where(g => g.Id == subject.Id).Select(g => g.Branch),
            "study" => db.StudyMaterials.Where(m => m.Id == subject.Id).Select(m => m.Branch),
            "circles" => db.ReadingCircles.Where(c => c.Id == subject.Id).Select(c => c.Branch),
            _ => db.Branches.Where(b => b.Id == subject.Id),
        };
        return await owner.SingleOrDefaultAsync() is { } branch ? (branch, page) : (await TopAsync(), PagePath.WithoutSubject(page));
    }

    private async Task<Branch> TopAsync() => await db.Branches.Where(b => b.ParentId == null).OrderBy(b => b.Id).FirstOrDefaultAsync()
        ?? throw new RuleBrokenException("No organisation is set up yet that could look at it.");
}
