using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Collections;

namespace PartyPortal.Data.Collections;

public static class AnswersOf
{
    /// <summary>Those that the viewer is asked for, as a person or for the organisation whose office is in use.</summary>
    public static IQueryable<CollectionAnswer> AskedOf(this IQueryable<CollectionAnswer> answers, Viewer viewer) =>
        answers.Where(a => (a.PersonId != null && a.PersonId == viewer.PersonId) || (a.PersonId == null && a.OfBranchId == viewer.SpeaksForBranchId));

    /// <summary>Those that are missing, of collections under way.</summary>
    public static IQueryable<CollectionAnswer> ToGive(this IQueryable<CollectionAnswer> answers) =>
        answers.Where(a => a.State != AnswerState.HandedIn && a.Collection.State == CollectionState.Open);

    /// <summary>Collections of the viewer's own office.</summary>
    public static IQueryable<Collection> AskedBy(this IQueryable<Collection> collections, Viewer viewer) =>
        collections.Where(c => c.BranchId == viewer.SpeaksForBranchId || (viewer.SpeaksForTop && c.Branch.ParentId == null));

    /// <summary>All files of a collection, those of drafts too, which its office never reads: to be deleted with it. The collection must be the viewer's.</summary>
    public static Task<List<CollectionFile>> FilesOfCollectionAsync(this PortalDb db, int collectionId) =>
        db.CollectionFiles.IgnoreQueryFilters([Visibility.Filter]).Where(f => f.Answer.CollectionId == collectionId).ToListAsync();
}
