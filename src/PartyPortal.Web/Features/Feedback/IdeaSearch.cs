using System.ComponentModel.DataAnnotations;
using PartyPortal.Data;
using PartyPortal.Domain.Feedback;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Feedback;

public sealed record IdeaRow(int Id, string Text, string Branch, IdeaOutcome Outcome, DateOnly On);

/// <param name="Supporters">Null where nobody is counted.</param>
/// <param name="IsMine">Whether the viewer supports it already.</param>
/// <param name="IsOurs">Whether it lies in an organisation of the viewer.</param>
public sealed record IdeaPage(Idea Idea, int? Supporters, bool IsMine, bool IsOurs);

/// <summary>What lies in the box, the latest step first.</summary>
public sealed class IdeaSearch
{
    private const int PageSize = 20;

    [Display(Name = "What became of it")]
    public IdeaOutcome? Outcome { get; set; }

    public string? After { get; set; }

    public Slice<IdeaRow> Found { get; private set; } = new([], null);

    public async Task<IdeaSearch> RunAsync(PortalDb db)
    {
        var ideas = db.Ideas.Where(i => i.RemovedBecause == null);
        if (Outcome is { } outcome) ideas = ideas.Where(i => i.Outcome == outcome);
        Found = await ideas.NewestFirstAsync(i => i.On, i => i.Id, After, PageSize, i => new IdeaRow(i.Id, i.Text, i.Branch.Name, i.Outcome, i.On));
        return this;
    }
}

public sealed class IdeaForm : IForm
{
    [Display(Name = "The idea, in your own words"), Required, StringLength(Idea.TextMaxLength), DataType(DataType.MultilineText)]
    public string Text { get; set; } = "";
}

public sealed class OutcomeForm : IForm
{
    [Display(Name = "What became of it"), Required]
    public IdeaOutcome? Outcome { get; set; }

    [Display(Name = "Reason"), StringLength(Idea.ReasonMaxLength), DataType(DataType.MultilineText)]
    public string? Reason { get; set; }
}
