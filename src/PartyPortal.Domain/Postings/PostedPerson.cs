using System.Globalization;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.People;

namespace PartyPortal.Domain.Postings;

/// <summary>Who is posted: name and stage, nothing else, and no tie to the record.</summary>
public sealed class PostedPerson : IBelongToBranch
{
    // 姓氏笔画: by the strokes of the characters, as no name shall stand before another for any other reason.
    private static readonly StringComparer ByStrokes = StringComparer.Create(CultureInfo.GetCultureInfo("zh-u-co-stroke"), CompareOptions.None);

    private PostedPerson() { }

    internal PostedPerson(int branchId, string name, Stage stage) => (BranchId, Name, Stage) = (branchId, name, stage);

    public int Id { get; private init; }
    public int PostingId { get; private init; }
    public int BranchId { get; private init; }

    [Personal]
    public string Name { get; private init; } = "";

    [Personal]
    public Stage Stage { get; private init; }

    public static IReadOnlyList<PostedPerson> InOrder(IEnumerable<PostedPerson> people) => [.. people.OrderBy(p => p.Name, ByStrokes).ThenBy(p => p.Id)];
}
