using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;

namespace PartyPortal.Domain.Todos;

public enum ReplyState
{
    [Display(Name = "No reply yet")]
    Open = 1,

    [Display(Name = "Replied")]
    Replied,

    [Display(Name = "Sent back")]
    SentBack,
}

/// <summary>One organisation's part of a task. It knows the organisation that speaks, never who wrote.</summary>
public sealed class BranchReply : IBelongToBranch, IVersioned, IAudited
{
    public const int TextMaxLength = 3_000;
    public const int WordMaxLength = 1_000;

    private BranchReply() { }

    internal BranchReply(BranchTask task, Branch branch) => (Task, Branch, BranchId) = (task, branch, branch.Id);

    public int Id { get; private init; }
    public int TaskId { get; private init; }
    public BranchTask Task { get; private init; } = null!;
    public int BranchId { get; private init; }
    public Branch Branch { get; private init; } = null!;
    public ReplyState State { get; private set; } = ReplyState.Open;

    /// <summary>The reply, or why it was sent back.</summary>
    public string? Text { get; private set; }

    /// <summary>The day of the reply or of its sending back.</summary>
    public DateOnly? On { get; private set; }

    /// <summary>What whoever asked still wants to know.</summary>
    public string? Word { get; private set; }

    public Guid Version { get; private set; }

    /// <summary>Replies, or replies better while the task is open.</summary>
    /// <exception cref="RuleBrokenException">The task is closed, or nothing is said.</exception>
    public void Reply(string? text, DateOnly today) => Speak(ReplyState.Replied, text, Key("Write the reply."), today);

    /// <summary>It is not for this organisation, or cannot be done: whoever asked reads why.</summary>
    /// <exception cref="RuleBrokenException">The task is closed, or no reason is given.</exception>
    public void SendBack(string? reason, DateOnly today) => Speak(ReplyState.SentBack, reason, Key("Say why it is sent back."), today);

    /// <summary>Whoever asked wants more.</summary>
    /// <exception cref="RuleBrokenException">There is no reply yet, the task is closed, or nothing is said.</exception>
    public void AskAgain(string? word)
    {
        RefuseClosed();
        if (State is ReplyState.Open) throw new RuleBrokenException("This organisation has not replied yet.");
        if (string.IsNullOrWhiteSpace(word)) throw new RuleBrokenException("Say what is to be mended.") { Field = nameof(Word) };

        (State, Word) = (ReplyState.Open, word);
    }

    private void Speak(ReplyState state, string? text, string otherwise, DateOnly today)
    {
        RefuseClosed();
        if (string.IsNullOrWhiteSpace(text)) throw new RuleBrokenException(otherwise) { Field = nameof(Text) };

        (State, Text, On) = (state, text, today);
    }

    private void RefuseClosed()
    {
        if (Task.ClosedOn is not null) throw new RuleBrokenException("This task is closed already.");
    }

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;
}
