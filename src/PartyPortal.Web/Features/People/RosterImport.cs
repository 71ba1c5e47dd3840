using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Sealing;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.People;

/// <summary>A row and what became of it: a record, or the sentence that says what is wrong.</summary>
internal sealed record RosterVerdict(SheetLine Line, Person? Person, RuleBrokenException? Fault);

/// <summary>Makes records of a sheet, all or none.</summary>
internal sealed class RosterImport(PortalDb db, Sheet sheet, RosterDraft draft, Branch branch, FieldSealer sealer, DateOnly today)
{
    private readonly HashSet<string> _taken = [];

    public async Task<IReadOnlyList<RosterVerdict>> JudgeAsync()
    {
        var rows = sheet.Lines.Select(line => (Line: line, Verdict: Judge(line))).ToList();
        _taken.UnionWith(await db.TakenNumbersAsync([.. rows.Select(row => row.Verdict.Person?.NumberKey).OfType<string>()]));
        _taken.UnionWith(await db.TakenIdNumbersAsync([.. rows.Select(row => row.Verdict.Person?.IdNumberIndex).OfType<string>()]));
        return [.. rows.Select(row => RefuseTaken(row.Verdict))];
    }

    /// <exception cref="RuleBrokenException">A row is faulty: then nothing is written.</exception>
    public async Task<int> RunAsync(byte[] workbook)
    {
        var verdicts = await JudgeAsync();
        var faulty = verdicts.Count(v => v.Fault is not null);
        if (faulty > 0 || verdicts.Count == 0) throw new RuleBrokenException("{0} rows are faulty. Nothing was imported.", faulty);

        db.AddRange(verdicts.Select(v => v.Person!));
        await db.SavePersonAsync(() => db.SaveImportAsync("People.Imported", $"Branch {branch.Id}", workbook, verdicts.Count));
        return verdicts.Count;
    }

    private RosterVerdict Judge(SheetLine line)
    {
        try
        {
            return new RosterVerdict(line, new RosterRow(line, draft, sealer).PersonIn(branch, today), null);
        }
        catch (RuleBrokenException fault)
        {
            return new RosterVerdict(line, null, fault);
        }
    }

    // The first of two rows with one number keeps it; the second is the faulty one.
    private RosterVerdict RefuseTaken(RosterVerdict verdict)
    {
        if (verdict.Person is not { } person) return verdict;
        if (person.NumberKey is { } number && !_taken.Add(number)) return verdict with { Person = null, Fault = new RuleBrokenException("This number belongs to another record.") { Field = nameof(RosterColumn.Number) } };
        if (person.IdNumberIndex is { } id && !_taken.Add(id)) return verdict with { Person = null, Fault = new RuleBrokenException("This ID number belongs to another record.") { Field = nameof(RosterColumn.IdNumber) } };

        return verdict;
    }
}
