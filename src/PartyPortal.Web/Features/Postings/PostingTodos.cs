using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Postings;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Postings;

/// <summary>Postings to approve before their first day, and those that are over and want their result.</summary>
internal sealed class PostingTodos : ITodoSource
{
    public string Module => Sentence.Key("Public postings").Words;

    public async Task<IEnumerable<Todo>> FindAsync(PortalDb db)
    {
        if (!db.Viewer.May(Policies.ManagePostings)) return [];

        var (me, today, reviews) = (db.Viewer.AccountId, db.Today, db.Viewer.May(Policies.ReviewPostings));
        var postings = await db.Postings.Where(p => p.Branch.Path.StartsWith(db.Viewer.Path)
                && ((p.State == PostingState.Posted && p.LastOn < today) || (reviews && p.State == PostingState.AwaitingApproval && p.EditedBy != me && p.PublishedBy != me)))
            .OrderBy(p => p.LastOn).ThenBy(p => p.Id).Take(Todo.Most + 1).Select(p => new { p.Id, p.Kind, p.State, p.FirstOn, p.LastOn }).ToListAsync();
        return
        [
            .. new Todo(Sentence.Key("Postings to approve"), "/desk/postings?state=AwaitingApproval").OrEach(
                [.. postings.Where(p => p.State is PostingState.AwaitingApproval).Select(p => new Todo(Sentence.Key("Approve the posting: {0}", p.Kind), $"/desk/postings/{p.Id}") { Due = p.FirstOn })]),
            .. new Todo(Sentence.Key("Postings that are over: record their results"), "/desk/postings?state=Posted") { Icon = "people" }.OrEach(
                [.. postings.Where(p => p.State is PostingState.Posted).Select(p => new Todo(Sentence.Key("Record the result of the posting: {0}", p.Kind), $"/desk/postings/{p.Id}/result") { Icon = "people", Since = p.LastOn.AddDays(1) })]),
        ];
    }

    /// <summary>Reviews, without a title: a posting is about persons.</summary>
    public async Task<IEnumerable<LateThing>> FindLateAsync(PortalDb db, DateOnly today)
    {
        var postings = await db.Postings.Where(p => p.State == PostingState.AwaitingApproval && p.FirstOn < today).Select(p => new { p.Id, p.BranchId, p.FirstOn, p.EditedBy, p.PublishedBy }).ToListAsync();
        return postings.Select(p => new LateThing(Step.PostingReview, $"{p.Id}", p.BranchId, p.FirstOn, Policies.RolesOf(Policies.ReviewPostings)) { NotBy = [p.EditedBy, p.PublishedBy], GoesUp = true });
    }
}
