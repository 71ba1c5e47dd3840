namespace PartyPortal.Domain.Study;

/// <summary>How the members of an organisation stand with their study of a year.</summary>
/// <param name="Of">All who have hours to reach.</param>
/// <param name="Reached">Of these, who have reached them.</param>
/// <param name="Finished">Of these, who have finished at least one course.</param>
public sealed record StudyCounts(int Of, int Reached, int Finished)
{
    public Share WithHours => new(Of, Reached);

    public Share WithCourse => new(Of, Finished);

    public bool IsHidden => WithHours.IsHidden;

    /// <summary>Whether each of them may be counted out, and therefore added to others.</summary>
    public bool IsExact => WithHours.IsExact && WithCourse.IsExact;

    public Sentence HourWords => WithHours switch
    {
        { IsHidden: true } => Sentence.Key("Too few people to show"),
        { IsExact: true } => Sentence.Key("{0} of {1} have reached their hours.", Reached, Of),
        { Rounded: 0 } => Sentence.Key("Fewer than five of {0} have reached their hours.", Of),
        _ => Sentence.Key("All of {0} have reached their hours, or all but fewer than five.", Of),
    };
}

/// <summary>
/// The counts of several organisations together: of those alone whose own are shown exactly. It can be added up from what is shown anyway, so that nothing can be
/// subtracted from it to learn of those that are hidden.
/// </summary>
/// <param name="Counts">Null where none is shown exactly.</param>
/// <param name="LeftOut">How many organisations are not in it.</param>
public sealed record StudyTotal(StudyCounts? Counts, int LeftOut)
{
    public static StudyTotal Of(IReadOnlyCollection<StudyCounts> organisations)
    {
        List<StudyCounts> exact = [.. organisations.Where(o => o.IsExact)];
        return new(exact is [] ? null : new(exact.Sum(o => o.Of), exact.Sum(o => o.Reached), exact.Sum(o => o.Finished)), organisations.Count - exact.Count);
    }
}
