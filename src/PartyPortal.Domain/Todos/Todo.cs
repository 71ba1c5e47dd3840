using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Todos;

/// <summary>Something that waits for somebody, or several things of one kind. Put together when it is asked for, and kept nowhere.</summary>
/// <param name="What">What is to be done.</param>
/// <param name="Path">Where: the page without language.</param>
public sealed record Todo(Sentence What, string Path)
{
    /// <summary>So many of one kind stand each for itself; more become one line that opens their list.</summary>
    public const int Few = 3;

    /// <summary>More are not counted.</summary>
    public const int Most = 99;

    public string Icon { get; init; } = "check-circle";

    /// <summary>Why it waits for this person, where the office they hold is not the reason.</summary>
    public Sentence? Why { get; init; }

    public DateOnly? Since { get; init; }

    /// <summary>The last day for it.</summary>
    public DateOnly? Due { get; init; }

    public int Count { get; init; } = 1;

    public string Figure => Count > Most ? $"{Most}+" : $"{Count}";

    /// <summary>The office in which it is done; null for what anybody does as themselves.</summary>
    public ActingRole? Office { get; init; }

    public Sentence? Reason => Why ?? Office switch
    {
        null => null,
        { BranchName: "" } => Sentence.Key("You are {0}", Office.Role),
        _ => Sentence.Key("You are {0} of {1}", Office.Role, Office.BranchName),
    };

    /// <summary>Each of them for itself while they are few; else this line for them all, due when the first of them is.</summary>
    public IReadOnlyList<Todo> OrEach(IReadOnlyList<Todo> each) =>
        each.Count <= Few ? each : [this with { Count = each.Count, Since = each.Min(t => t.Since), Due = each.Min(t => t.Due) }];
}
