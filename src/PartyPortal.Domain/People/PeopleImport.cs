using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;

namespace PartyPortal.Domain.People;

/// <summary>What becomes of a row whose number or ID number is on record already.</summary>
public enum DuplicatePolicy
{
    [Display(Name = "The row is faulty")]
    Refuse = 1,

    [Display(Name = "Leave the row out, the record stays as it is")]
    Skip,

    [Display(Name = "Update the record from the row")]
    Update,
}

public enum ImportState
{
    [Display(Name = "Waiting")]
    Waiting = 1,

    [Display(Name = "Running")]
    Running,

    [Display(Name = "Imported")]
    Done,

    [Display(Name = "Nothing was imported")]
    Failed,

    [Display(Name = "Taken back")]
    Undone,

    [Display(Name = "Being taken back")]
    TakingBack,
}

/// <summary>A workbook of people on its way into the portal: all rows or none. It may be left and returned to, and taken back for a while.</summary>
public sealed class PeopleImport : IBelongToBranch, IVersioned
{
    /// <summary>So long it can be taken back, and its workbook is kept.</summary>
    public const int DaysKept = 30;

    public const int TroubleMaxLength = 200;

    private readonly List<ImportedPerson> _people = [];

    private PeopleImport() { }

    /// <param name="branchId">Where the people belong.</param>
    /// <param name="by">Who sends it, in the office in use.</param>
    /// <param name="token">The workbook.</param>
    /// <param name="rows">How many rows it has.</param>
    /// <param name="on">The day.</param>
    public PeopleImport(int branchId, Viewer by, Guid token, int rows, DateOnly on) =>
        (BranchId, AccountId, GrantId, Token, Rows, On) = (branchId, by.AccountId!, by.Acting!.GrantId, token, rows, on);

    public int Id { get; private init; }
    public int BranchId { get; private init; }
    public Branch Branch { get; private init; } = null!;
    public string AccountId { get; private init; } = "";

    /// <summary>The role in which it was sent: the work is done in it, as long as it holds.</summary>
    public int GrantId { get; private init; }

    public Guid Token { get; private init; }
    public DateOnly On { get; private init; }
    public ImportState State { get; private set; } = ImportState.Waiting;
    public int Rows { get; private set; }

    /// <summary>Rows looked at so far.</summary>
    public int Ready { get; private set; }

    public int Added { get; private set; }
    public int Updated { get; private set; }
    public int Skipped { get; private set; }

    /// <summary>Why nothing was imported, or nothing taken back: a sentence of the dictionary.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Who takes it back, in the role in <see cref="UndoneIn"/>: the work is done in it, as long as it holds.</summary>
    public string? UndoneBy { get; private set; }

    public int? UndoneIn { get; private set; }

    public Guid Version { get; private set; }

    public IReadOnlyList<ImportedPerson> People => _people;

    public bool IsUnderWay => State is ImportState.Waiting or ImportState.Running or ImportState.TakingBack;

    /// <summary>How many rows the work under way has to look at.</summary>
    public int ToLookAt => State is ImportState.TakingBack ? Added + Updated : Rows;

    public bool MayBeUndone(DateOnly today) => State is ImportState.Done && today <= On.AddDays(DaysKept);

    /// <summary>Also where a killed portal takes it up again: nothing was written then.</summary>
    public void Begin() => (State, Ready, Trouble) = (State is ImportState.TakingBack ? State : ImportState.Running, 0, null);

    public void Progress(int ready) => Ready = ready;

    public void Fail(string trouble) => (State, Trouble) = (State is ImportState.TakingBack ? ImportState.Done : ImportState.Failed, trouble);

    /// <exception cref="RuleBrokenException">It did not fail.</exception>
    public void Retry(int rows)
    {
        if (State is not ImportState.Failed) throw new RuleBrokenException("This workbook is imported already.");

        (State, Rows, Ready, Trouble) = (ImportState.Waiting, rows, 0, null);
    }

    /// <summary>Notes a person that is added in the same save.</summary>
    public void Add(Person person)
    {
        _people.Add(new ImportedPerson(this, person, null));
        Added++;
    }

    /// <summary>Notes a person that is updated in the same save.</summary>
    /// <param name="person">As they are now.</param>
    /// <param name="before">As they were, sealed.</param>
    public void Update(Person person, string before)
    {
        _people.Add(new ImportedPerson(this, person, before));
        Updated++;
    }

    public void Finish(int skipped) => (State, Ready, Skipped) = (ImportState.Done, Rows, skipped);

    /// <exception cref="RuleBrokenException">It was not imported, or too long ago.</exception>
    public void TakeBack(Viewer by, DateOnly today)
    {
        if (!MayBeUndone(today)) throw new RuleBrokenException("This import cannot be taken back any more.");

        (State, Ready, Trouble, UndoneBy, UndoneIn) = (ImportState.TakingBack, 0, null, by.AccountId, by.Acting!.GrantId);
    }

    public void FinishTakingBack() => State = ImportState.Undone;
}

/// <summary>What an import did to one person. After the import was taken back, those remain here whom somebody had changed since.</summary>
public sealed class ImportedPerson : IBelongToBranch
{
    public const int PrintLength = 64;
    public const int BeforeMaxLength = 4000;

    private ImportedPerson() { }

    internal ImportedPerson(PeopleImport import, Person person, string? before) =>
        (Import, Person, BranchId, Print, Before) = (import, person, person.BranchId, person.Print(), before);

    public int Id { get; private init; }
    public int ImportId { get; private init; }
    public PeopleImport Import { get; private init; } = null!;
    public int PersonId { get; private init; }
    public Person Person { get; private init; } = null!;
    public int BranchId { get; private init; }

    /// <summary>Of the record as the import left it: another one means that somebody has changed it since.</summary>
    public string Print { get; private init; } = "";

    /// <summary>The values that were overwritten, sealed; null for a record that the import made.</summary>
    public string? Before { get; private init; }

    public bool IsAsImported => Person.Print() == Print;
}
