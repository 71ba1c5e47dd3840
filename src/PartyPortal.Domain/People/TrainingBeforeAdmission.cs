using System.Globalization;

namespace PartyPortal.Domain.People;

/// <summary>What the training of candidates comes to at least, as a rule: so many days or so many class hours (中国共产党发展党员工作细则, Art. 17).</summary>
public sealed record TrainingTerms(int Days, int Hours)
{
    public bool AreMetBy(int days, decimal hours) => days >= Days || hours >= Hours;
}

/// <summary>A session of a training class for candidates that somebody attended or made up.</summary>
public sealed record TrainedSession(int Id, string Class, DateOnly On, decimal Hours);

/// <summary>How far the training of one person before the admission has come. A session counts once, and a day with two sessions is one day.</summary>
public sealed class TrainingBeforeAdmission(TrainingTerms terms, IEnumerable<TrainedSession> sessions)
{
    public TrainingTerms Terms { get; } = terms;

    /// <summary>The first first.</summary>
    public IReadOnlyList<TrainedSession> Sessions { get; } = [.. sessions.DistinctBy(s => s.Id).OrderBy(s => s.On).ThenBy(s => s.Id)];

    public decimal Hours => Sessions.Sum(s => s.Hours);

    public int Days => Sessions.DistinctBy(s => s.On).Count();

    public bool IsEnough => Terms.AreMetBy(Days, Hours);

    public Sentence Sum => Sentence.Key("{0} of {1} class hours on {2} of {3} days", Hours.ToString("0.#", CultureInfo.InvariantCulture), Terms.Hours, Days, Terms.Days);

    /// <summary>Other organisations train too, and the rule knows exceptions: then it is named where and when, and what proves it.</summary>
    /// <exception cref="RuleBrokenException">It is too short, and no other training is named.</exception>
    public void RequireEnough(string? elsewhere)
    {
        if (IsEnough || !string.IsNullOrWhiteSpace(elsewhere)) return;

        throw new RuleBrokenException("The training before the admission is too short: {0} of {1} class hours on {2} of {3} days. Have it completed, or name here the training held elsewhere.", [.. Sum.With]) { Field = nameof(PersonPeriod.TrainedElsewhere) };
    }
}
