using System.Text;
using PartyPortal.Domain;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Sealing;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.People;

/// <summary>One row of a sheet read as a person. Each rule that it breaks names its column.</summary>
internal sealed class RosterRow(SheetLine line, RosterDraft draft, FieldSealer sealer)
{
    private static readonly Dictionary<string, Stage> Stages = new()
    {
        ["正式党员"] = Domain.People.Stage.FullMember,
        ["党员"] = Domain.People.Stage.FullMember,
        ["中共党员"] = Domain.People.Stage.FullMember,
        ["预备党员"] = Domain.People.Stage.ProbationaryMember,
        ["中共预备党员"] = Domain.People.Stage.ProbationaryMember,
        ["发展对象"] = Domain.People.Stage.Candidate,
        ["积极分子"] = Domain.People.Stage.Activist,
        ["入党积极分子"] = Domain.People.Stage.Activist,
        ["入党申请人"] = Domain.People.Stage.Applicant,
        ["申请人"] = Domain.People.Stage.Applicant,
        ["群众"] = Domain.People.Stage.NonMember,
        ["共青团员"] = Domain.People.Stage.NonMember,
    };

    /// <exception cref="RuleBrokenException">The row is faulty.</exception>
    public Person PersonIn(Branch branch, DateOnly today)
    {
        var person = new Person(Name(), branch, Stage(), Day(RosterColumn.AdmittedOn) ?? Day(RosterColumn.AppliedOn) ?? today);
        person.GiveNumber(Number());
        person.RecordDates(Day(RosterColumn.BornOn), Day(RosterColumn.AppliedOn), Day(RosterColumn.AdmittedOn), Day(RosterColumn.ConvertedOn));
        person.Email = Email();
        person.RecordPhone(Plain(RosterColumn.Phone), sealer);
        person.RecordIdNumber(IdNumber(), sealer);
        return person;
    }

    /// <summary>Changes a record on file by what the row says; an empty cell changes nothing. Branch and stage stay: each has its own page, and its own day.</summary>
    /// <exception cref="RuleBrokenException">The row is faulty, or does not fit the record.</exception>
    public void ApplyTo(Person person)
    {
        var name = Name();
        if (person.Name != name) person.Rename(name);
        if (Number() is { Length: > 0 } number) person.GiveNumber(number);
        person.RecordDates(Day(RosterColumn.BornOn) ?? person.BornOn, Day(RosterColumn.AppliedOn) ?? person.AppliedOn, Day(RosterColumn.AdmittedOn) ?? person.AdmittedOn, Day(RosterColumn.ConvertedOn) ?? person.ConvertedOn);
        person.Email = Email() ?? person.Email;
        if (Plain(RosterColumn.Phone) is { Length: > 0 } phone) person.RecordPhone(phone, sealer);
        if (IdNumber() is { Length: > 0 } id) person.RecordIdNumber(id, sealer);
        else person.CheckBirthday(sealer);
    }

    private string Name()
    {
        var name = Cell(RosterColumn.Name);
        if (name.Length is 0 or > Person.NameMaxLength) throw Fault(RosterColumn.Name, Key("The name is missing or too long."));

        // 姓 名 is often spread to equal width; between Chinese characters a space means nothing.
        return name.Any(char.IsAsciiLetter) ? name : string.Concat(name.Where(c => !char.IsWhiteSpace(c)));
    }

    private Stage Stage()
    {
        var word = Plain(RosterColumn.Stage);
        if (word.Length == 0 && draft.Stage is { } forAll) return forAll;

        return Stages.TryGetValue(word, out var stage) ? stage : throw Fault(RosterColumn.Stage, Key("The stage is missing or unknown."));
    }

    private string? Number()
    {
        var number = Plain(RosterColumn.Number);
        return number.Length <= Person.NumberMaxLength ? number : throw Fault(RosterColumn.Number, Key("The number is too long."));
    }

    private string? Email()
    {
        var email = Plain(RosterColumn.Email);
        if (email.Length == 0) return null;
        if (email.Length > Person.EmailMaxLength || !email.Contains('@', StringComparison.Ordinal)) throw Fault(RosterColumn.Email, Key("The e-mail address is not one."));

        return email;
    }

    private string IdNumber()
    {
        var number = Plain(RosterColumn.IdNumber);
        // A cell that is a number holds fifteen digits and no more.
        if (number.Length == Domain.People.IdNumber.Length && number.EndsWith("000", StringComparison.Ordinal))
            throw Fault(RosterColumn.IdNumber, Key("Excel has cut this ID number to 15 digits. Format the column as text and type the number again."));

        return number;
    }

    private DateOnly? Day(RosterColumn column)
    {
        var text = Plain(column);
        return text.Length == 0 ? null : DayText.Read(text) ?? throw Fault(column, Key("“{0}” is no day. Write it as 2026-03-10."), text);
    }

    private string Cell(RosterColumn column) => new SheetColumns<RosterColumn>(draft.Columns).Cell(line, column);

    /// <summary>Pasted full-width digits and letters are the plain ones. Never for names: it would change rare characters.</summary>
    private string Plain(RosterColumn column) => Cell(column).Normalize(NormalizationForm.FormKC).Trim();

    private static RuleBrokenException Fault(RosterColumn column, string sentence, params object[] details) => new(sentence, details) { Field = column.ToString() };

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;
}
