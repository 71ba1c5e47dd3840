using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Sealing;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.People;

/// <summary>What will become of a row.</summary>
public enum RowOutcome
{
    [Display(Name = "Faulty")]
    Faulty,

    [Display(Name = "New record")]
    Add,

    [Display(Name = "Record updated")]
    Update,

    [Display(Name = "Left out, on record already")]
    Skip,
}

/// <summary>A row and what will become of it: a record, or the sentence that says what is wrong.</summary>
/// <param name="Line">The row.</param>
/// <param name="Person">The record, new or changed; null where there is none.</param>
/// <param name="Before">The values that are overwritten.</param>
/// <param name="Fault">What is wrong.</param>
internal sealed record RosterVerdict(SheetLine Line, Person? Person, PersonValues? Before, RuleBrokenException? Fault)
{
    public RowOutcome Outcome => (Fault, Person, Before) switch
    {
        ({ }, _, _) => RowOutcome.Faulty,
        (_, null, _) => RowOutcome.Skip,
        (_, _, null) => RowOutcome.Add,
        _ => RowOutcome.Update,
    };
}

/// <summary>Makes or changes records by a sheet, all or none.</summary>
internal sealed class RosterImport(PortalDb db, Sheet sheet, RosterDraft draft, Branch branch, FieldSealer sealer, DateOnly today)
{
    private const int AtOnce = 500;

    private readonly HashSet<string> _taken = [];
    private readonly HashSet<string> _seen = [];
    private readonly Dictionary<string, Person> _known = [];

    /// <param name="progress">Told how many rows are looked at.</param>
    public async Task<IReadOnlyList<RosterVerdict>> JudgeAsync(Func<int, Task>? progress = null)
    {
        var rows = new List<(SheetLine Line, Person? Person, RuleBrokenException? Fault)>(sheet.Lines.Count);
        foreach (var some in sheet.Lines.Chunk(AtOnce))
        {
            rows.AddRange(some.Select(Read));
            if (progress is not null) await progress(rows.Count);
        }

        await LookUpAsync([.. rows.Select(row => row.Person).OfType<Person>()]);
        return [.. rows.Select(row => row.Person is { } person ? Judge(row.Line, person) : new RosterVerdict(row.Line, null, null, row.Fault))];
    }

    /// <exception cref="RuleBrokenException">A row is faulty: then nothing is written.</exception>
    public async Task RunAsync(PeopleImport import, byte[] workbook, Func<int, Task> progress)
    {
        var verdicts = await JudgeAsync(progress);
        var faulty = verdicts.Count(v => v.Fault is not null);
        if (faulty > 0 || verdicts.Count == 0) throw new RuleBrokenException("{0} rows are faulty. Nothing was imported.", faulty);

        foreach (var verdict in verdicts.Where(v => v.Person is not null)) Keep(import, verdict.Person!, verdict.Before);
        import.Finish(verdicts.Count(v => v.Outcome is RowOutcome.Skip));
        var counts = $"{verdicts.Count} rows: {import.Added} added, {import.Updated} updated, {import.Skipped} left out";
        await db.SavePersonAsync(() => db.ImportAsync("People.Imported", $"Branch {branch.Id}", counts, workbook));
    }

    private void Keep(PeopleImport import, Person person, PersonValues? before)
    {
        if (before is not null)
        {
            import.Update(person, before.Seal(person.SealId, sealer));
            return;
        }

        db.Add(person);
        import.Add(person);
    }

    private (SheetLine Line, Person? Person, RuleBrokenException? Fault) Read(SheetLine line)
    {
        try
        {
            return (line, RowOf(line).PersonIn(branch, today), null);
        }
        catch (RuleBrokenException fault)
        {
            return (line, null, fault);
        }
    }

    /// <summary>Which numbers are on record, and whose they are as far as the sender sees them.</summary>
    private async Task LookUpAsync(List<Person> people)
    {
        foreach (var numbers in people.Select(p => p.NumberKey).OfType<string>().Chunk(AtOnce)) _taken.UnionWith(await db.TakenNumbersAsync(numbers));
        foreach (var ids in people.Select(p => p.IdNumberIndex).OfType<string>().Chunk(AtOnce)) _taken.UnionWith(await db.TakenIdNumbersAsync(ids));
        if (draft.Policy is DuplicatePolicy.Refuse) return;

        foreach (var keys in _taken.Chunk(AtOnce))
        {
            var known = await db.People.Where(p => (p.NumberKey != null && keys.Contains(p.NumberKey)) || (p.IdNumberIndex != null && keys.Contains(p.IdNumberIndex))).ToListAsync();
            foreach (var (key, person) in known.SelectMany(p => new[] { p.NumberKey, p.IdNumberIndex }.OfType<string>().Select(key => (key, p)))) _known[key] = person;
        }
    }

    private RosterVerdict Judge(SheetLine line, Person read)
    {
        try
        {
            // The first of two rows with one number keeps it; the second is the faulty one.
            RefuseIf(read.NumberKey is { } number && !_seen.Add(number), Key("This number stands in two rows."), nameof(RosterColumn.Number));
            RefuseIf(read.IdNumberIndex is { } id && !_seen.Add(id), Key("This ID number stands in two rows."), nameof(RosterColumn.IdNumber));
            return KnownAs(read) is not { } person ? new RosterVerdict(line, read, null, null) : draft.Policy is DuplicatePolicy.Skip ? new RosterVerdict(line, null, null, null) : Update(line, person);
        }
        catch (RuleBrokenException fault)
        {
            return new RosterVerdict(line, null, null, fault);
        }
    }

    /// <summary>The record that the row is about; null where it is about a new person.</summary>
    private Person? KnownAs(Person read)
    {
        var byNumber = OwnerOf(read.NumberKey, Key("This number belongs to another record."), nameof(RosterColumn.Number));
        var byId = OwnerOf(read.IdNumberIndex, Key("This ID number belongs to another record."), nameof(RosterColumn.IdNumber));
        RefuseIf(byNumber is not null && byId is not null && byNumber != byId, Key("The number and the ID number belong to two records."), nameof(RosterColumn.Number));
        return byNumber ?? byId;
    }

    private Person? OwnerOf(string? key, string sentence, string column)
    {
        if (key is null || !_taken.Contains(key)) return null;

        return _known.TryGetValue(key, out var person) ? person : throw new RuleBrokenException(sentence) { Field = column };
    }

    private RosterVerdict Update(SheetLine line, Person person)
    {
        var before = person.Values;
        RowOf(line).ApplyTo(person);
        return new RosterVerdict(line, person, before, null);
    }

    private RosterRow RowOf(SheetLine line) => new(line, draft, sealer);

    private static void RefuseIf(bool isBroken, string sentence, string column)
    {
        if (isBroken) throw new RuleBrokenException(sentence) { Field = column };
    }

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;
}
