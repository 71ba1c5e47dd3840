using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Branches;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.Branches;

/// <summary>Makes organisations of a sheet, all or none, in whatever order their rows stand.</summary>
internal sealed class BranchImport(PortalDb db, Sheet sheet, BranchColumn[] chosen)
{
    private readonly SheetColumns<BranchColumn> _columns = new(chosen);
    private readonly Dictionary<SheetLine, (Branch? Branch, RuleBrokenException? Fault)> _judged = [];
    private ILookup<string, SheetLine> _rows = Array.Empty<SheetLine>().ToLookup(_ => "");
    private ILookup<string, Branch> _tree = Array.Empty<Branch>().ToLookup(_ => "");

    /// <summary>Each row with what is wrong about it, or null.</summary>
    public async Task<IReadOnlyList<(SheetLine Line, RuleBrokenException? Fault)>> JudgeAsync()
    {
        _rows = sheet.Lines.ToLookup(CodeKey);
        _tree = (await db.Branches.ToListAsync()).ToLookup(b => b.CodeKey);
        return [.. sheet.Lines.Select(line => (line, Judge(line).Fault))];
    }

    /// <exception cref="RuleBrokenException">A row is faulty: then nothing is written.</exception>
    public async Task RunAsync(byte[] file)
    {
        var verdicts = await JudgeAsync();
        var faulty = verdicts.Count(v => v.Fault is not null);
        if (faulty > 0 || verdicts.Count == 0) throw new RuleBrokenException("{0} rows are faulty. Nothing was imported.", faulty);

        db.AddRange(_judged.Values.Select(v => v.Branch!));
        await db.ImportAsync("Branches.Imported", null, $"{verdicts.Count} rows", file);
    }

    private (Branch? Branch, RuleBrokenException? Fault) Judge(SheetLine line)
    {
        if (_judged.TryGetValue(line, out var known)) return known;

        try
        {
            return _judged[line] = (BranchOf(line), null);
        }
        catch (RuleBrokenException fault)
        {
            return _judged[line] = (null, fault);
        }
    }

    private Branch BranchOf(SheetLine line)
    {
        var code = Code(line);
        var name = Text(line, BranchColumn.Name, Branch.NameMaxLength) ?? throw new RuleBrokenException("The name is missing.");
        var founded = _columns.Day(line, BranchColumn.FoundedOn) ?? throw new RuleBrokenException("The day of founding is missing.");
        var parentCode = _columns.Cell(line, BranchColumn.ParentCode);
        var kind = BranchSheet.Kind(_columns.Cell(line, BranchColumn.Kind), isTop: parentCode.Length == 0) ?? throw new RuleBrokenException("The kind is missing or unknown.");

        return new Branch(code, name, kind, parentCode.Length == 0 ? null : ParentOf(line, parentCode), founded)
        {
            People = BranchSheet.People(_columns.Cell(line, BranchColumn.People)) ?? throw new RuleBrokenException("Who belongs to it is not known by this word."),
            Office = Text(line, BranchColumn.Office, Branch.NameMaxLength),
            ContactHours = Text(line, BranchColumn.ContactHours, Branch.NameMaxLength),
            Telephone = Text(line, BranchColumn.Telephone, Branch.TelephoneMaxLength),
        };
    }

    private string Code(SheetLine line)
    {
        var code = Text(line, BranchColumn.Code, Branch.CodeMaxLength) ?? throw new RuleBrokenException("The code is missing.");
        if (_rows[CodeKey(line)].Count() > 1) throw new RuleBrokenException("The code {0} stands in more than one row.", code);
        if (_tree[CodeKey(line)].Any(b => !b.IsArchived)) throw new RuleBrokenException("The code {0} is used by another organisation.", code);

        return code;
    }

    private Branch ParentOf(SheetLine line, string code)
    {
        var key = Branch.KeyOf(code);
        if (_rows[key].FirstOrDefault() is { } row)
        {
            RefuseCircle(line);
            return Judge(row).Branch ?? throw new RuleBrokenException("The row of the parent {0} is faulty.", code);
        }

        return _tree[key].MinBy(b => b.IsArchived) ?? throw new RuleBrokenException("No organisation in use has the code {0}.", code);
    }

    /// <summary>Follows the parents within the sheet, no deeper than a tree can be: so that a circle ends, and judging the parent first ends too.</summary>
    private void RefuseCircle(SheetLine line)
    {
        List<SheetLine> above = [];
        for (var row = ParentRow(line); row is not null && !above.Contains(row); row = ParentRow(row))
        {
            if (row == line) throw new RuleBrokenException("This row stands above itself: its parents go round in a circle.");
            if (above.Count >= Branch.DeepestLevel) throw new RuleBrokenException("More than {0} levels stand above this row.", Branch.DeepestLevel);
            above.Add(row);
        }
    }

    private SheetLine? ParentRow(SheetLine line) => _rows[Branch.KeyOf(_columns.Cell(line, BranchColumn.ParentCode))].FirstOrDefault(row => CodeKey(row).Length > 0);

    private string CodeKey(SheetLine line) => Branch.KeyOf(_columns.Cell(line, BranchColumn.Code));

    private string? Text(SheetLine line, BranchColumn column, int longest)
    {
        var text = _columns.Cell(line, column);
        if (text.Length > longest) throw new RuleBrokenException("A text is too long: at most {0} characters.", longest);

        return text.Length == 0 ? null : text;
    }
}
