namespace PartyPortal.Domain.Study;

/// <summary>How many people of one organisation are asked to take a course and have finished it. Who has begun is not counted: beside the names of those who have not finished it would tell how far they are.</summary>
public sealed record GroupProgress(string Name, int Asked, int Finished);

/// <param name="Name">The organisation.</param>
/// <param name="Figures">Null where they are too few to show.</param>
public sealed record ShownGroup(string Name, GroupProgress? Figures);

/// <summary>
/// How far those are who are asked to take a course, in figures that tell of no person: none of a group under five, and none by which such a
/// group could be worked out from the others and the sum.
/// </summary>
public sealed class CourseProgress
{
    public const int Fewest = 5;

    /// <param name="groups">Each person in one of them; those without anybody asked are left out.</param>
    public CourseProgress(IEnumerable<GroupProgress> groups)
    {
        List<GroupProgress> all = [.. groups.Where(g => g.Asked > 0)];
        var hidden = TooFew(all);
        Groups = [.. all.Select(g => new ShownGroup(g.Name, hidden.Contains(g) ? null : g))];
        var sum = new GroupProgress("", all.Sum(g => g.Asked), all.Sum(g => g.Finished));
        Total = sum.Asked < Fewest ? null : sum;
    }

    /// <summary>Null where they are too few to show.</summary>
    public GroupProgress? Total { get; }

    public IReadOnlyList<ShownGroup> Groups { get; }

    /// <summary>Those under the limit; where they are not enough together, the smallest of the others with them: the sum minus what is shown is then a group that is large enough.</summary>
    private static HashSet<GroupProgress> TooFew(List<GroupProgress> groups)
    {
        HashSet<GroupProgress> hidden = new(ReferenceEqualityComparer.Instance);
        foreach (var group in groups.OrderBy(g => g.Asked).TakeWhile(g => g.Asked < Fewest || hidden.Sum(h => h.Asked) is > 0 and < Fewest)) hidden.Add(group);
        return hidden;
    }
}
