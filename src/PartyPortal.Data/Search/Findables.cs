using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Classes;
using PartyPortal.Domain.Guides;
using PartyPortal.Domain.Notices;
using PartyPortal.Domain.Search;
using PartyPortal.Domain.Study;

namespace PartyPortal.Data.Search;

/// <summary>Which saved rows the search must hear of. Looked up at each save, so that no page can forget to tell. Never feedback.</summary>
internal static class Findables
{
    public static IEnumerable<SearchChange> Changed(IEnumerable<object> saved, DateTime now) => saved.Select(Found).OfType<(SearchKind Kind, int Id)>().Distinct()
        .Select(found => new SearchChange(found.Kind, found.Id, DateOnly.FromDateTime(now)));

    private static (SearchKind, int)? Found(object row) => row switch
    {
        Notice notice => (SearchKind.Notice, notice.Id),
        StudyMaterial material => (SearchKind.Material, material.Id),
        StudyTag tag => (SearchKind.Material, tag.MaterialId),
        TrainingClass trainingClass => (SearchKind.TrainingClass, trainingClass.Id),
        Course course => (SearchKind.Course, course.Id),
        Guide guide => (SearchKind.Guide, guide.Id),
        Branch branch => (SearchKind.Branch, branch.Id),
        _ => null,
    };
}
