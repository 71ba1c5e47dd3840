using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;

namespace PartyPortal.Domain.Feedback;

public enum DeedState
{
    [Display(Name = "Draft")]
    Draft = 1,

    [Display(Name = "Awaiting approval")]
    AwaitingApproval,

    [Display(Name = "Published")]
    Published,

    [Display(Name = "Withdrawn")]
    Withdrawn,
}

/// <summary>You said, we did: what was asked for and what was done, in the office's own words. For the Internet, and so approved by a second person.</summary>
public sealed class Deed : IBelongToBranch, IVersioned, IAudited
{
    public const int SaidMaxLength = 300;
    public const int DidMaxLength = 600;

    private Deed() { }

    /// <exception cref="RuleBrokenException">As for <see cref="Revise"/>.</exception>
    public Deed(int branchId, string said, string did, DateOnly doneOn, Viewer by, DateOnly today)
    {
        BranchId = branchId;
        Revise(said, did, doneOn, by, today);
    }

    public int Id { get; private init; }
    public int BranchId { get; private init; }
    public Branch Branch { get; private init; } = null!;
    public string Said { get; private set; } = "";
    public string Did { get; private set; } = "";
    public DateOnly DoneOn { get; private set; }
    public DeedState State { get; private set; } = DeedState.Draft;
    public string? EditedBy { get; private set; }
    public string? PublishedBy { get; private set; }
    public string? ApprovedBy { get; private set; }
    public Guid Version { get; private set; }

    /// <summary>Changes the words; what was public or waited for approval is a draft again.</summary>
    /// <exception cref="RuleBrokenException">What was asked, what was done or its day are missing, or the day is still to come.</exception>
    public void Revise(string said, string did, DateOnly doneOn, Viewer by, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(said)) throw new RuleBrokenException("Say what was asked for.") { Field = nameof(Said) };
        if (string.IsNullOrWhiteSpace(did)) throw new RuleBrokenException("Say what was done.") { Field = nameof(Did) };
        if (doneOn > today) throw new RuleBrokenException("What is still to come is a promise. Wait until it is done.") { Field = nameof(DoneOn) };

        (Said, Did, DoneOn, EditedBy, State) = (said, did, doneOn, by.AccountId, DeedState.Draft);
    }

    /// <summary>Asks a second person to publish it.</summary>
    /// <exception cref="RuleBrokenException">It is no draft.</exception>
    public void Submit(Viewer by)
    {
        if (State is not (DeedState.Draft or DeedState.Withdrawn)) throw new RuleBrokenException("This entry is not a draft any more.");

        (State, PublishedBy) = (DeedState.AwaitingApproval, by.AccountId);
    }

    /// <exception cref="RuleBrokenException">It does not wait for approval, or the approver wrote or submitted it.</exception>
    public void Approve(Viewer by)
    {
        if (State is not DeedState.AwaitingApproval) throw new RuleBrokenException("This entry does not wait for approval.");
        Publishing.RequireSecondPerson(by, EditedBy, PublishedBy);

        (State, ApprovedBy) = (DeedState.Published, by.AccountId);
    }

    /// <exception cref="RuleBrokenException">It is withdrawn already.</exception>
    public void Withdraw()
    {
        if (State is DeedState.Withdrawn) throw new RuleBrokenException("This entry is withdrawn already.");

        State = DeedState.Withdrawn;
    }
}
