using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;

namespace PartyPortal.Domain.Todos;

/// <summary>What an organisation asks of organisations below it: each gives one reply in words, by a day.</summary>
public sealed class BranchTask : IBelongToBranch, IVersioned, IAudited, ISentOnce
{
    public const int TitleMaxLength = 120;
    public const int TextMaxLength = 2_000;

    /// <summary>The same asked within so many days is pointed out, and answered by what was answered.</summary>
    public const int DaysRemembered = 90;

    private readonly List<BranchReply> _replies = [];

    private BranchTask() { }

    /// <exception cref="RuleBrokenException">It says nothing, its day is past, or nobody is asked.</exception>
    public BranchTask(int branchId, string title, string text, DateOnly dueOn, IEnumerable<Branch> asked, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(title)) throw new RuleBrokenException("Write a title.") { Field = nameof(Title) };
        if (string.IsNullOrWhiteSpace(text)) throw new RuleBrokenException("Say what is to be done.") { Field = nameof(Text) };
        if (dueOn < today) throw new RuleBrokenException("The last day is past already.") { Field = nameof(DueOn) };

        (BranchId, Title, TitleKey, Text, DueOn, SetOn) = (branchId, title, KeyOf(title), text, dueOn, today);
        _replies.AddRange(asked.Select(branch => new BranchReply(this, branch)));
        if (_replies.Count == 0) throw new RuleBrokenException("There is no such organisation below it.") { Field = nameof(BranchId) };
    }

    public int Id { get; private init; }
    public int BranchId { get; private init; }
    public Branch Branch { get; private init; } = null!;
    public string Title { get; private init; } = "";

    /// <summary>By which the same is known again, whatever the spaces, marks and case.</summary>
    public string TitleKey { get; private init; } = "";

    public string Text { get; private init; } = "";
    public DateOnly SetOn { get; private init; }
    public DateOnly DueOn { get; private init; }
    public Guid? SentKey { get; init; }

    /// <summary>From then on nobody replies any more.</summary>
    public DateOnly? ClosedOn { get; private set; }

    public Guid Version { get; private set; }
    public IReadOnlyList<BranchReply> Replies => _replies;

    public static string KeyOf(string title) => string.Concat(title.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <exception cref="RuleBrokenException">It is closed already.</exception>
    public void Close(DateOnly today)
    {
        if (ClosedOn is not null) throw new RuleBrokenException("This task is closed already.");

        ClosedOn = today;
    }
}
