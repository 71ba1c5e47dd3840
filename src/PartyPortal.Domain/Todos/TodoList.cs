using System.ComponentModel.DataAnnotations;

namespace PartyPortal.Domain.Todos;

public enum Urgency
{
    [Display(Name = "Overdue")]
    Overdue = 1,

    [Display(Name = "Within seven days")]
    Soon,

    [Display(Name = "Later")]
    Later,

    [Display(Name = "Without a last day")]
    Undated,
}

/// <summary>What waits for a person, the most urgent first.</summary>
public sealed class TodoList(IEnumerable<Todo> todos, IReadOnlyCollection<string> silent, DateOnly today)
{
    private const int Week = 7;

    public IReadOnlyList<Todo> Todos { get; } =
        [.. todos.Where(t => t.Count > 0).OrderBy(t => t.Due ?? DateOnly.MaxValue).ThenBy(t => t.Since ?? DateOnly.MaxValue).ThenBy(t => t.Count)];

    /// <summary>The names of modules that could not be asked: what they hold is not known.</summary>
    public IReadOnlyCollection<string> Silent { get; } = silent;

    /// <summary>Known to be empty: everybody was asked, and nothing waits.</summary>
    public bool IsClear => Todos.Count == 0 && Silent.Count == 0;

    public IEnumerable<IGrouping<Urgency, Todo>> Groups => Todos.GroupBy(UrgencyOf);

    public Urgency UrgencyOf(Todo todo) => todo.Due switch
    {
        null => Urgency.Undated,
        { } due when due < today => Urgency.Overdue,
        { } due when due <= today.AddDays(Week) => Urgency.Soon,
        _ => Urgency.Later,
    };
}
