using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;

namespace PartyPortal.Web.Features.People;

/// <summary>A row and what became of it: a record, or the sentence that says what is wrong.</summary>
internal sealed record RosterVerdict(RosterLine Line, Person? Person, RuleBrokenException? Fault);

/// <summary>Makes records of a sheet, all or none.</summary>
internal sealed class RosterImport(PortalDb db, Roster roster, RosterColumn[] columns, Branch branch, DateOnly today)
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

    private readonly HashSet<string> _numbers = [];

    public async Task<IReadOnlyList<RosterVerdict>> JudgeAsync()
    {
        var keys = roster.Lines.Select(line => Cell(line, RosterColumn.Number).ToUpperInvariant()).Where(k => k.Length > 0).ToList();
        var taken = await db.People.Where(p => p.NumberKey != null && keys.Contains(p.NumberKey)).Select(p => p.NumberKey!).ToListAsync();
        _numbers.UnionWith(taken);
        return [.. roster.Lines.Select(Judge)];
    }

    /// <exception cref="RuleBrokenException">A row is faulty: then nothing is written.</exception>
    public async Task<int> RunAsync(byte[] file)
    {
        var verdicts = await JudgeAsync();
        var faulty = verdicts.Count(v => v.Fault is not null);
        if (faulty > 0 || verdicts.Count == 0) throw new RuleBrokenException("{0} rows are faulty. Nothing was imported.", faulty);

        db.AddRange(verdicts.Select(v => v.Person!));
        db.Record("People.Imported", $"Branch {branch.Id}", $"{verdicts.Count} rows, sha256 {Convert.ToHexString(SHA256.HashData(file))}");
        await db.SavePersonAsync();
        return verdicts.Count;
    }

    private RosterVerdict Judge(RosterLine line)
    {
        try
        {
            return new RosterVerdict(line, PersonOf(line), null);
        }
        catch (RuleBrokenException fault)
        {
            return new RosterVerdict(line, null, fault);
        }
    }

    private Person PersonOf(RosterLine line)
    {
        var name = Cell(line, RosterColumn.Name);
        if (name.Length is 0 or > Person.NameMaxLength) throw new RuleBrokenException("The name is missing or too long.");

        // 姓 名 is often spread to equal width; between Chinese characters a space means nothing.
        if (!name.Any(char.IsAsciiLetter)) name = string.Concat(name.Where(c => !char.IsWhiteSpace(c)));
        if (!Stages.TryGetValue(Cell(line, RosterColumn.Stage), out var stage)) throw new RuleBrokenException("The stage is missing or unknown.");

        var person = new Person(name, branch, stage, Day(line, RosterColumn.AdmittedOn) ?? Day(line, RosterColumn.AppliedOn) ?? today);
        person.GiveNumber(Number(line));
        person.RecordDates(Day(line, RosterColumn.BornOn), Day(line, RosterColumn.AppliedOn), Day(line, RosterColumn.AdmittedOn), Day(line, RosterColumn.ConvertedOn));
        person.Email = Email(line);
        return person;
    }

    private string? Number(RosterLine line)
    {
        var number = Cell(line, RosterColumn.Number);
        if (number.Length == 0) return null;
        if (number.Length > Person.NumberMaxLength) throw new RuleBrokenException("The number is too long.");
        if (!_numbers.Add(number.ToUpperInvariant())) throw new RuleBrokenException("This number belongs to another record.");

        return number;
    }

    private string? Email(RosterLine line)
    {
        var email = Cell(line, RosterColumn.Email);
        if (email.Length == 0) return null;
        if (email.Length > Person.EmailMaxLength || !email.Contains('@', StringComparison.Ordinal)) throw new RuleBrokenException("The e-mail address is not one.");

        return email;
    }

    private DateOnly? Day(RosterLine line, RosterColumn column)
    {
        var text = Cell(line, column);
        return text.Length == 0 ? null : DayText.Read(text) ?? throw new RuleBrokenException("“{0}” is no day. Write it as 2026-03-10.", text);
    }

    private string Cell(RosterLine line, RosterColumn column)
    {
        var at = Array.IndexOf(columns, column);
        return at >= 0 && at < line.Cells.Length ? line.Cells[at] : "";
    }
}
