using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;

namespace PartyPortal.Domain.Problems;

public enum ProblemKind
{
    [Display(Name = "Something stated is wrong")]
    Wrong = 1,

    [Display(Name = "It is outdated")]
    Outdated,

    [Display(Name = "Something does not work")]
    Broken,

    [Display(Name = "It is offensive or harmful")]
    Offensive,

    [Display(Name = "It shows what should not be shown about a person")]
    Personal,

    [Display(Name = "Something else")]
    Other,
}

/// <summary>Somebody says what is wrong on a page. Nothing tells who: no account, no address, no hour.</summary>
public sealed class ProblemReport : IBelongToBranch, IVersioned, ISentOnce
{
    public const int TextMaxLength = 1_000;
    public const int WordMaxLength = 300;

    private ProblemReport() { }

    /// <param name="branch">Whose page it is.</param>
    /// <param name="page">As <see cref="PagePath.Of"/> makes it.</param>
    public ProblemReport(Branch branch, string page, ProblemKind kind, string? text, DateOnly on) =>
        (Branch, BranchId, Page, Kind, Text, On) = (branch, branch.Id, page, kind, string.IsNullOrWhiteSpace(text) ? null : text, on);

    public int Id { get; private init; }
    public int BranchId { get; private init; }
    public Branch Branch { get; private init; } = null!;
    public string Page { get; private init; } = "";
    public ProblemKind Kind { get; private init; }
    public string? Text { get; private init; }
    public DateOnly On { get; private init; }
    public Guid? SentKey { get; init; }

    /// <summary>About what no office above may read either.</summary>
    public bool StaysInOffice { get; init; }

    /// <summary>What was done about it; null while it is open.</summary>
    public string? Outcome { get; private set; }

    public DateOnly? SettledOn { get; private set; }
    public Guid Version { get; private set; }

    /// <exception cref="RuleBrokenException">It is settled already, or nothing is said.</exception>
    public void Settle(string? outcome, DateOnly on)
    {
        if (SettledOn is not null) throw new RuleBrokenException("This report is settled already.");
        if (string.IsNullOrWhiteSpace(outcome)) throw new RuleBrokenException("Say in a few words what was done.") { Field = nameof(Outcome) };

        (Outcome, SettledOn) = (outcome, on);
    }
}
