using PartyPortal.Domain;
using PartyPortal.Domain.People;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.People;

/// <summary>A column of the sheet: its heading, what it means, and its first cells.</summary>
public sealed record RosterHeading(int At, string Text, RosterColumn Column, IReadOnlyList<string> First);

/// <summary>A cell that may be mended.</summary>
public sealed record RosterCell(int At, RosterColumn Column, string Text, bool IsFaulty);

public sealed record RosterLinePage(int Number, IReadOnlyList<RosterCell> Cells, RuleBrokenException? Fault, RowOutcome Outcome);

/// <summary>The sheet with its verdicts. Faulty rows stand first; of very many, as many as a page bears.</summary>
public sealed record RosterPage(Guid Token, string Branch, IReadOnlyList<RosterHeading> Headings, Stage? Stage, bool TakesIdNumbers, IReadOnlyList<RosterLinePage> Faulty, IReadOnlyList<RosterLinePage> Good)
{
    private const int MostFaulty = 30;
    private const int MostGood = 300;
    private const int Samples = 3;

    public int FaultyCount { get; private init; }
    public int GoodCount { get; private init; }
    public int LeftOut { get; private init; }
    public DuplicatePolicy Policy { get; private init; }

    /// <summary>What the workbook has that may surprise.</summary>
    public IReadOnlyList<string> Remarks { get; private init; } = [];

    public IReadOnlyDictionary<RowOutcome, int> Outcomes { get; private init; } = new Dictionary<RowOutcome, int>();

    public IEnumerable<RosterColumn> Choices => Enum.GetValues<RosterColumn>().Where(column => TakesIdNumbers || column is not RosterColumn.IdNumber);

    public IEnumerable<RosterHeading> Used => Headings.Where(heading => heading.Column is not RosterColumn.Unused);

    internal static RosterPage Of(Guid token, OpenRoster open, IReadOnlyList<RosterVerdict> verdicts) => new(
        token, open.Branch.Name, [.. open.Sheet.Headings.Select((text, at) => HeadingOf(open, text, at))], open.Draft.Stage, open.TakesIdNumbers,
        [.. verdicts.Where(v => v.Fault is not null).Take(MostFaulty).Select(v => LineOf(open, v))],
        [.. verdicts.Where(v => v.Fault is null).Take(MostGood).Select(v => LineOf(open, v))])
    {
        FaultyCount = verdicts.Count(v => v.Fault is not null),
        GoodCount = verdicts.Count(v => v.Fault is null),
        Policy = open.Draft.Policy,
        Remarks = SheetRemarks.Of(open.Workbook),
        Outcomes = verdicts.Where(v => v.Fault is null).CountBy(v => v.Outcome).ToDictionary(),
        LeftOut = open.Draft.Mended.Values.Count(cells => cells.Length == 0),
    };

    private static RosterHeading HeadingOf(OpenRoster open, string text, int at) =>
        new(at, text, open.Draft.Columns[at], [.. open.Sheet.Lines.Take(Samples).Select(line => at < line.Cells.Length ? line.Cells[at] : "").Where(cell => cell.Length > 0)]);

    private static RosterLinePage LineOf(OpenRoster open, RosterVerdict verdict) => new(verdict.Line.Number,
        [.. open.Draft.Columns.Select((column, at) => (column, at)).Where(c => c.column is not RosterColumn.Unused)
            .Select(c => new RosterCell(c.at, c.column, c.at < verdict.Line.Cells.Length ? verdict.Line.Cells[c.at] : "", verdict.Fault?.Field == c.column.ToString()))],
        verdict.Fault, verdict.Outcome);
}
