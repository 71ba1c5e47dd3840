using PartyPortal.Domain;

namespace PartyPortal.Web.Features.People;

public sealed record RosterHeading(string Text, RosterColumn Column);

public sealed record RosterRow(int Number, IReadOnlyList<string> Cells, RuleBrokenException? Fault);

public sealed record RosterPage(Guid Token, int BranchId, IReadOnlyList<RosterHeading> Headings, IReadOnlyList<RosterRow> Rows, int Faulty)
{
    public static readonly IReadOnlyList<RosterColumn> Choices = Enum.GetValues<RosterColumn>();

    internal static RosterPage Of(Guid token, int branchId, Roster roster, RosterColumn[] columns, IReadOnlyList<RosterVerdict> verdicts) => new(token, branchId,
        [.. roster.Headings.Select((heading, at) => new RosterHeading(heading, at < columns.Length ? columns[at] : RosterColumn.Unused))],
        [.. verdicts.OrderBy(v => v.Fault is null).Select(v => new RosterRow(v.Line.Number, v.Line.Cells, v.Fault))],
        verdicts.Count(v => v.Fault is not null));
}
