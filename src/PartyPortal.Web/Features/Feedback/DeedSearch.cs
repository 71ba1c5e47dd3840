using System.ComponentModel.DataAnnotations;
using PartyPortal.Data;
using PartyPortal.Domain.Feedback;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Feedback;

public sealed record DeedRow(int Id, string Said, string Did, DateOnly DoneOn, string Branch, DeedState State);

/// <summary>Entries of "you said, we did", the latest deed first.</summary>
public sealed class DeedSearch
{
    private const int PageSize = 20;

    [Display(Name = "State")]
    public DeedState? State { get; set; }

    public string? After { get; set; }

    public Slice<DeedRow> Found { get; private set; } = new([], null);

    public async Task<DeedSearch> RunAsync(IQueryable<Deed> deeds)
    {
        if (State is { } state) deeds = deeds.Where(d => d.State == state);
        Found = await deeds.NewestFirstAsync(d => d.DoneOn, d => d.Id, After, PageSize, d => new DeedRow(d.Id, d.Said, d.Did, d.DoneOn, d.Branch.Name, d.State));
        return this;
    }
}

/// <summary>What was asked for, what was done and when: without a deed and its day there is no entry.</summary>
public sealed class DeedForm : IForm
{
    [Display(Name = "Organisation concerned"), Required, BranchChoice]
    public int? BranchId { get; set; }

    [Display(Name = "You said"), Required, StringLength(Deed.SaidMaxLength), DataType(DataType.MultilineText)]
    public string Said { get; set; } = "";

    [Display(Name = "We did"), Required, StringLength(Deed.DidMaxLength), DataType(DataType.MultilineText)]
    public string Did { get; set; } = "";

    [Display(Name = "Done on"), Required]
    public DateOnly? DoneOn { get; set; }

    public Guid Version { get; set; }
}
