using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.People;

/// <summary>Makes records of a sheet, all or none.</summary>
internal sealed class RosterImport(PortalDb db, Sheet sheet, RosterColumn[] chosen, Branch branch, DateOnly today)
{
    private static readonly Dictionary<string, Stage> Stages = new()
    {
        ["正式党员"] = Stage.FullMember,
        ["党员"] = Stage.FullMember,
        ["中共党员"] = Stage.FullMember,
        ["预备党员"] = Stage.ProbationaryMember,
        ["中共预备党员"] = Stage.ProbationaryMember,
        ["发展对象"] = Stage.Candidate,
        ["积极分子"] = Stage.Activist,
        ["入党积极分子"] = Stage.Activist,
        ["入党申请人"] = Stage.Applicant,
        ["申请人"] = Stage.Applicant,
        ["群众"] = Stage.NonMember,
    };

    private readonly SheetColumns<RosterColumn> _columns = new(chosen);
    private readonly HashSet<string> _numbers = [];
    private readonly List<Person> _people = [];

    /// <summary>Each row with what is wrong about it, or null.</summary>
    public async Task<IReadOnlyList<(SheetLine Line, RuleBrokenException? Fault)>> JudgeAsync()
    {
        var keys = sheet.Lines.Select(line => _columns.Cell(line, RosterColumn.Number).ToUpperInvariant()).Where(k => k.Length > 0).ToList();
        var taken = await db.People.Where(p => p.NumberKey != null && keys.Contains(p.NumberKey)).Select(p => p.NumberKey!).ToListAsync();
        _numbers.UnionWith(taken);
        return [.. sheet.Lines.Select(Judge)];
    }

    /// <exception cref="RuleBrokenException">A row is faulty: then nothing is written.</exception>
    public async Task<int> RunAsync(byte[] file)
    {
        var verdicts = await JudgeAsync();
        var faulty = verdicts.Count(v => v.Fault is not null);
        if (faulty > 0 || verdicts.Count == 0) throw new RuleBrokenException("{0} rows are faulty. Nothing was imported.", faulty);

        db.AddRange(_people);
        await db.SavePersonAsync(() => db.SaveImportAsync("People.Imported", $"Branch {branch.Id}", file, verdicts.Count));
        return verdicts.Count;
    }

    private (SheetLine, RuleBrokenException?) Judge(SheetLine line)
    {
        try
        {
            _people.Add(PersonOf(line));
            return (line, null);
        }
        catch (RuleBrokenException fault)
        {
            return (line, fault);
        }
    }

    private Person PersonOf(SheetLine line)
    {
        var name = _columns.Cell(line, RosterColumn.Name);
        if (name.Length is 0 or > Person.NameMaxLength) throw new RuleBrokenException("The name is missing or too long.");

        // 姓 名 is often spread to equal width; between Chinese characters a space means nothing.
        if (!name.Any(char.IsAsciiLetter)) name = string.Concat(name.Where(c => !char.IsWhiteSpace(c)));
        if (!Stages.TryGetValue(_columns.Cell(line, RosterColumn.Stage), out var stage)) throw new RuleBrokenException("The stage is missing or unknown.");

        var person = new Person(name, branch, stage, _columns.Day(line, RosterColumn.AdmittedOn) ?? _columns.Day(line, RosterColumn.AppliedOn) ?? today);
        person.GiveNumber(Number(line));
        person.RecordDates(_columns.Day(line, RosterColumn.BornOn), _columns.Day(line, RosterColumn.AppliedOn), _columns.Day(line, RosterColumn.AdmittedOn), _columns.Day(line, RosterColumn.ConvertedOn));
        person.Email = Email(line);
        return person;
    }

    private string? Number(SheetLine line)
    {
        var number = _columns.Cell(line, RosterColumn.Number);
        if (number.Length == 0) return null;
        if (number.Length > Person.NumberMaxLength) throw new RuleBrokenException("The number is too long.");
        if (!_numbers.Add(number.ToUpperInvariant())) throw new RuleBrokenException("This number belongs to another record.");

        return number;
    }

    private string? Email(SheetLine line)
    {
        var email = _columns.Cell(line, RosterColumn.Email);
        if (email.Length == 0) return null;
        if (email.Length > Person.EmailMaxLength || !email.Contains('@', StringComparison.Ordinal)) throw new RuleBrokenException("The e-mail address is not one.");

        return email;
    }
}
