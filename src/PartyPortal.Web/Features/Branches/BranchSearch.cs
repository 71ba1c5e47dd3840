using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Branches;

namespace PartyPortal.Web.Features.Branches;

public enum BranchState
{
    [Display(Name = "In use")]
    InUse = 1,

    [Display(Name = "Archived organisations")]
    Archived,
}

/// <summary>What the keeper of the tree asks its list for.</summary>
public sealed class BranchSearch
{
    private const int PageSize = 50;

    [Display(Name = "Name or code"), StringLength(Branch.NameMaxLength)]
    public string? Words { get; set; }

    [Display(Name = "State")]
    public BranchState? State { get; set; }

    public string? After { get; set; }

    public Task<Slice<ManagedBranch>> FindAsync(PortalDb db) => Filter(db.Branches).ByKeyAsync(b => b.CodeKey, b => b.Id, After, PageSize,
        b => new ManagedBranch(b.Id, b.Code, b.Name, b.Kind, b.Parent!.Name, b.Children.Count(c => c.Gone == 0), b.ArchivedOn));

    private IQueryable<Branch> Filter(IQueryable<Branch> branches)
    {
        if (State is { } state) branches = state is BranchState.InUse ? branches.Where(b => b.Gone == 0) : branches.Where(b => b.Gone != 0);
        return branches.Called(Words);
    }
}

/// <summary>An organisation in the keeper's list. The parent's name is null for the university committee.</summary>
public sealed record ManagedBranch(int Id, string Code, string Name, BranchKind Kind, string? Parent, int Below, DateOnly? ArchivedOn);

public sealed record ManagedBranchList(BranchSearch Search, Slice<ManagedBranch> Found);

internal static class BranchData
{
    /// <summary>Whose name holds the words, or whose code they are.</summary>
    public static IQueryable<Branch> Called(this IQueryable<Branch> branches, string? words)
    {
        if (words?.Trim() is not { Length: > 0 } sought) return branches;

        var key = Branch.KeyOf(sought);
        return branches.Where(b => b.Name.Contains(sought) || b.CodeKey == key);
    }

    public static async Task RefuseTakenCodeAsync(this PortalDb db, string code, int except)
    {
        var key = Branch.KeyOf(code);
        if (await db.Branches.AnyAsync(b => b.CodeKey == key && b.Gone == 0 && b.Id != except))
            throw new RuleBrokenException("The code {0} is used by another organisation.", code) { Field = nameof(BranchForm.Code) };
    }
}
