using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Study;

namespace PartyPortal.Web.Features.Hours;

public enum FigureRowKind
{
    /// <summary>One organisation that has none below it.</summary>
    Single = 1,

    /// <summary>An organisation with all below it.</summary>
    Together,

    /// <summary>Those directly in an organisation that has others below it.</summary>
    Own,
}

/// <param name="BranchId">The organisation.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Whose counts they are.</param>
/// <param name="IsCounted">False where it had nobody to count when the month was counted.</param>
/// <param name="Counts">Null where none of them is shown exactly.</param>
/// <param name="LeftOut">How many organisations are not in a sum.</param>
public sealed record StudyFigureRow(int BranchId, string Name, FigureRowKind Kind, bool IsCounted, StudyCounts? Counts, int LeftOut);

public sealed record FigureBranch(int Id, string Name, string Path, bool HasOthers);

/// <summary>How an organisation and those directly below it stood at the end of the newest month that is counted, in the order of the tree.</summary>
/// <param name="Above">The organisations above it that the viewer may open, from the top down.</param>
/// <param name="Branch">The organisation.</param>
/// <param name="Day">Null where nothing is counted yet.</param>
/// <param name="Rows">The organisation first.</param>
public sealed record StudyFigureTable(IReadOnlyList<FigureBranch> Above, FigureBranch Branch, DateOnly? Day, IReadOnlyList<StudyFigureRow> Rows)
{
    private sealed record Figure(int BranchId, string Path, DateOnly Day, StudyCounts Counts);

    /// <param name="db">Where.</param>
    /// <param name="branchId">An organisation of the viewer's own; null for the uppermost of them.</param>
    /// <returns>Null where it is none of them.</returns>
    public static async Task<StudyFigureTable?> OfAsync(PortalDb db, int? branchId)
    {
        var own = db.Branches.Where(b => b.Gone == 0 && b.Path.StartsWith(db.Viewer.Path));
        if (await own.Where(b => branchId == null || b.Id == branchId).OrderBy(b => b.Path).Select(b => b.Path).FirstOrDefaultAsync() is not { } path) return null;

        var ids = Domain.Branches.Branch.IdsIn(path).ToList();
        var last = ids[^1];
        var known = await own.Where(b => ids.Contains(b.Id) || b.ParentId == last).OrderBy(b => b.Path.Length).ThenBy(b => b.CodeKey)
            .Select(b => new FigureBranch(b.Id, b.Name, b.Path, b.Children.Any(c => c.Gone == 0))).ToListAsync();
        var figures = await db.StudyFigures.Where(f => f.Branch.Gone == 0 && f.Branch.Path.StartsWith(path) && f.Day == db.StudyFigures.Max(any => any.Day))
            .Select(f => new Figure(f.BranchId, f.Branch.Path, f.Day, new StudyCounts(f.Of, f.Reached, f.Finished))).ToListAsync();
        var chosen = known.Single(b => b.Path == path);
        return new([.. known.Where(b => b.Path.Length < path.Length)], chosen, figures.FirstOrDefault()?.Day, [.. RowsOf(chosen, [.. known.Where(b => b.Path.Length > path.Length)], figures)]);
    }

    private static IEnumerable<StudyFigureRow> RowsOf(FigureBranch chosen, List<FigureBranch> below, List<Figure> figures)
    {
        yield return Row(chosen, figures);
        if (chosen.HasOthers && figures.Find(f => f.BranchId == chosen.Id) is { } own) yield return new(chosen.Id, chosen.Name, FigureRowKind.Own, true, own.Counts, 0);
        foreach (var branch in below) yield return Row(branch, figures);
    }

    private static StudyFigureRow Row(FigureBranch branch, List<Figure> figures)
    {
        List<StudyCounts> counts = [.. figures.Where(f => f.Path.StartsWith(branch.Path, StringComparison.Ordinal)).Select(f => f.Counts)];
        if (!branch.HasOthers) return new(branch.Id, branch.Name, FigureRowKind.Single, counts.Count > 0, counts.FirstOrDefault(), 0);

        var total = StudyTotal.Of(counts);
        return new(branch.Id, branch.Name, FigureRowKind.Together, counts.Count > 0, total.Counts, total.LeftOut);
    }
}
