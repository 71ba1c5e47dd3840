using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.People;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.People;

public sealed class RosterForm : WorkbookForm
{
    [Display(Name = "Branch"), BranchChoice, Required]
    public int? BranchId { get; set; }
}

/// <summary>What the columns mean, as the secretary corrected the guess.</summary>
public sealed class RosterMappingForm
{
    public RosterColumn[] Columns { get; set; } = [];

    public Stage? Stage { get; set; }

    public DuplicatePolicy Policy { get; set; } = DuplicatePolicy.Refuse;

    /// <summary>Two columns of one meaning: the first one counts. As many as the sheet has.</summary>
    internal RosterColumn[] For(int headings, bool takesIdNumbers)
    {
        var seen = new HashSet<RosterColumn>();
        return [.. Enumerable.Range(0, headings).Select(at => at < Columns.Length ? Columns[at] : RosterColumn.Unused)
            .Select(column => Enum.IsDefined(column) && (takesIdNumbers || column is not RosterColumn.IdNumber) && seen.Add(column) ? column : RosterColumn.Unused)];
    }
}

/// <summary>Rows that were mended on the page.</summary>
public sealed class RosterMendForm
{
    public List<MendedRow> Rows { get; set; } = [];

    internal void ApplyTo(RosterDraft draft, Sheet sheet)
    {
        var lines = sheet.Lines.ToDictionary(line => line.Number);
        foreach (var row in Rows)
        {
            if (lines.TryGetValue(row.Number, out var line)) draft.Mended[row.Number] = row.IsLeftOut ? [] : row.Over(line.Cells, draft.Columns.Length);
        }
    }
}

public sealed class MendedRow
{
    public int Number { get; set; }

    /// <summary>The cells that the page showed, by their place in the row.</summary>
    public Dictionary<int, string?> Cells { get; set; } = [];

    public bool IsLeftOut { get; set; }

    internal string[] Over(string[] cells, int width) =>
        [.. Enumerable.Range(0, width).Select(at => Sheet.Clean((Cells.TryGetValue(at, out var mended) ? mended : at < cells.Length ? cells[at] : null) ?? ""))];
}
