using PartyPortal.Domain;

namespace PartyPortal.Web.Platform.Sheets;

public sealed record SheetHeading(string Text, Enum Column);

/// <summary>A row and its verdict: null where it is good.</summary>
public sealed record SheetRow(int Number, IReadOnlyList<string> Cells, RuleBrokenException? Fault);

/// <summary>A sheet while it is being looked at: what its columns mean, each row's verdict, the faulty ones first.</summary>
public sealed record SheetPage(IReadOnlyList<Enum> Choices, IReadOnlyList<SheetHeading> Headings, IReadOnlyList<SheetRow> Rows)
{
    public int Faulty { get; } = Rows.Count(row => row.Fault is not null);

    internal static SheetPage Of<TColumn>(Sheet sheet, TColumn[] columns, IEnumerable<(SheetLine Line, RuleBrokenException? Fault)> verdicts)
        where TColumn : struct, Enum => new([.. Enum.GetValues<TColumn>().Cast<Enum>()],
            [.. sheet.Headings.Select((heading, at) => new SheetHeading(heading, at < columns.Length ? columns[at] : default))],
            [.. verdicts.OrderBy(v => v.Fault is null).Select(v => new SheetRow(v.Line.Number, v.Line.Cells, v.Fault))]);
}
