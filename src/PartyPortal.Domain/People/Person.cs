using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Sealing;

namespace PartyPortal.Domain.People;

/// <summary>One record from first application to departure. As little as the work needs; ID number and phone are optional and sealed.</summary>
public sealed class Person : IBelongToBranch, IVersioned, IAudited
{
    public const int NameMaxLength = 60;
    public const int KeyMaxLength = 120;
    public const int NumberMaxLength = 20;
    public const int SealedMaxLength = 200;
    public const int EmailMaxLength = 120;

    private readonly List<PersonPeriod> _periods = [];

    private Person() { }

    /// <param name="name">The name as written.</param>
    /// <param name="branch">The branch the person belongs to.</param>
    /// <param name="stage">Where the person stands on the first day on record.</param>
    /// <param name="on">The first day on record.</param>
    public Person(string name, Branch branch, Stage stage, DateOnly on)
    {
        Rename(name);
        Branch = branch;
        BranchId = branch.Id;
        Stage = stage;
        _periods.Add(new PersonPeriod(this, on));
    }

    public int Id { get; private init; }

    [Personal]
    public string Name { get; private set; } = "";

    /// <summary>The name in pinyin, ASCII and lower case: lists sort and search by it. Corrected by hand where a name is read differently.</summary>
    [Personal]
    public string NameKey { get; private set; } = "";

    /// <summary>The initials of the pinyin, "zxm".</summary>
    [Personal]
    public string InitialsKey { get; private set; } = "";

    /// <summary>Student or staff number as written, leading zeros kept.</summary>
    [Personal]
    public string? Number { get; private set; }

    /// <summary>The number in upper case, unique in the portal.</summary>
    [Personal]
    public string? NumberKey { get; private set; }

    public int BranchId { get; private set; }
    public Branch Branch { get; private set; } = null!;

    /// <summary>The group inside the branch; null where the person belongs to none.</summary>
    public int? GroupId { get; private set; }

    public BranchGroup? Group { get; private set; }
    public Stage Stage { get; private set; }

    [Personal]
    public DateOnly? BornOn { get; set; }

    [Personal]
    public DateOnly? AppliedOn { get; set; }

    /// <summary>The day the branch meeting admitted the person as a probationary member: membership counts from it (教育管理条例 Art. 24, 待核).</summary>
    [Personal]
    public DateOnly? AdmittedOn { get; set; }

    /// <summary>The day of becoming a full member: years of membership count from it.</summary>
    [Personal]
    public DateOnly? ConvertedOn { get; set; }

    [Personal]
    public string? Email { get; set; }

    /// <summary>Ties sealed columns to this row: a ciphertext copied to another row does not open.</summary>
    public Guid SealId { get; private init; } = Guid.NewGuid();

    /// <summary>The phone number, sealed.</summary>
    [Personal]
    public string? PhoneSealed { get; private set; }

    /// <summary>The ID number, sealed.</summary>
    [Personal]
    public string? IdNumberSealed { get; private set; }

    /// <summary>A keyed hash of the ID number, by which duplicates are found without opening it.</summary>
    [Personal]
    public string? IdNumberIndex { get; private set; }

    public string? AccountId { get; set; }
    public IReadOnlyList<PersonPeriod> Periods => _periods;
    public Guid Version { get; private set; }

    public PersonValues Values => new(Name, Number, BornOn, AppliedOn, AdmittedOn, ConvertedOn, Email, PhoneSealed, IdNumberSealed, IdNumberIndex);

    public bool IsMember => Stage is Stage.ProbationaryMember or Stage.FullMember;

    /// <summary>Whether the step to membership is an admission; whoever has left returns by another decision.</summary>
    public bool IsToBeAdmitted => !IsMember && Stage is not Stage.Former;

    public void Rename(string name)
    {
        Name = name.Trim();
        NameKey = Pinyin.KeyOf(Name);
        InitialsKey = Pinyin.InitialsOf(Name);
    }

    /// <summary>Gives back what an import had overwritten.</summary>
    public void Restore(PersonValues before)
    {
        Rename(before.Name);
        GiveNumber(before.Number);
        (BornOn, AppliedOn, AdmittedOn, ConvertedOn, Email) = (before.BornOn, before.AppliedOn, before.AdmittedOn, before.ConvertedOn, before.Email);
        (PhoneSealed, IdNumberSealed, IdNumberIndex) = (before.PhoneSealed, before.IdNumberSealed, before.IdNumberIndex);
    }

    public void GiveNumber(string? number)
    {
        Number = string.IsNullOrWhiteSpace(number) ? null : number.Trim();
        NumberKey = Number?.ToUpperInvariant();
    }

    /// <summary>Writes down the four days of a life towards membership, each later than the one before; unknown ones are left out.</summary>
    public void RecordDates(DateOnly? born, DateOnly? applied, DateOnly? admitted, DateOnly? converted)
    {
        if (applied <= born) throw new RuleBrokenException("The application must be later than the day of birth.") { Field = "AppliedOn" };
        if (admitted <= (applied ?? born)) throw new RuleBrokenException("The admission must be later than the application and the day of birth.") { Field = "AdmittedOn" };
        if (converted <= (admitted ?? applied ?? born)) throw new RuleBrokenException("Full membership must begin later than the admission.") { Field = "ConvertedOn" };

        (BornOn, AppliedOn, AdmittedOn, ConvertedOn) = (born, applied, admitted, converted);
    }

    /// <summary>Keeps the ID number sealed; an empty one is forgotten.</summary>
    /// <exception cref="RuleBrokenException">It is no ID number, or its birthday is another one than the record's.</exception>
    public void RecordIdNumber(string? typed, FieldSealer sealer)
    {
        var number = string.IsNullOrWhiteSpace(typed) ? null : IdNumber.Read(typed);
        if (number is not null) IdNumber.Agree(number, BornOn);

        IdNumberSealed = number is null ? null : sealer.Seal(number, SealId, nameof(IdNumberSealed));
        IdNumberIndex = number is null ? null : sealer.IndexOf(number);
    }

    /// <summary>Keeps the phone number sealed; an empty one is forgotten.</summary>
    /// <exception cref="RuleBrokenException">It is no phone number.</exception>
    public void RecordPhone(string? typed, FieldSealer sealer) =>
        PhoneSealed = string.IsNullOrWhiteSpace(typed) ? null : sealer.Seal(PhoneNumber.Read(typed), SealId, nameof(PhoneSealed));

    /// <summary>Whether a day of birth that was changed still agrees with the ID number on record.</summary>
    /// <exception cref="RuleBrokenException">It does not.</exception>
    public void CheckBirthday(FieldSealer sealer)
    {
        if (OpenIdNumber(sealer) is { } number) IdNumber.Agree(number, BornOn);
    }

    /// <summary>Seals anew, by the key in use, what an older one sealed.</summary>
    /// <exception cref="RuleBrokenException">A field does not open: it was changed outside the portal.</exception>
    public void Reseal(FieldSealer sealer)
    {
        if (PhoneSealed is { } phone && !sealer.IsCurrent(phone)) RecordPhone(OpenPhone(sealer), sealer);
        if (IdNumberSealed is { } number && !sealer.IsCurrent(number)) IdNumberSealed = sealer.Seal(OpenIdNumber(sealer)!, SealId, nameof(IdNumberSealed));
    }

    public string? OpenIdNumber(FieldSealer sealer) => IdNumberSealed is { } text ? sealer.Open(text, SealId, nameof(IdNumberSealed)) : null;

    public string? OpenPhone(FieldSealer sealer) => PhoneSealed is { } text ? sealer.Open(text, SealId, nameof(PhoneSealed)) : null;

    /// <summary>Records that the person stands elsewhere from a day on. The decision itself is recorded by its module.</summary>
    /// <param name="stage">Where the person stands now.</param>
    /// <param name="on">From that day on.</param>
    /// <param name="training">Asked for where somebody becomes a member who was none.</param>
    /// <param name="trainedElsewhere">Where and when else, and what proves it; kept with the admission alone.</param>
    /// <exception cref="RuleBrokenException">The person stands there already, the day lies before the last change, or the training before the admission is too short.</exception>
    public void EnterStage(Stage stage, DateOnly on, TrainingBeforeAdmission? training = null, string? trainedElsewhere = null)
    {
        if (stage == Stage) throw new RuleBrokenException("The person stands in this stage already.") { Field = "Stage" };

        RefuseBeforeLastChange(on);
        var isAdmission = IsToBeAdmitted && stage is (Stage.ProbationaryMember or Stage.FullMember);
        if (isAdmission)
        {
            ArgumentNullException.ThrowIfNull(training);
            training.RequireEnough(trainedElsewhere);
        }

        Stage = stage;
        TurnPage(on, isAdmission ? trainedElsewhere : null);
    }

    public void JoinBranch(Branch branch, DateOnly on)
    {
        if (branch.Id == BranchId) throw new RuleBrokenException("{0} already belongs to this branch.", Name) { Field = "BranchId" };
        if (branch.IsArchived) throw new RuleBrokenException("{0} is archived. Choose a branch that is in use.", branch.Name) { Field = "BranchId" };

        RefuseBeforeLastChange(on);
        LeaveGroup();
        Branch = branch;
        BranchId = branch.Id;
        TurnPage(on);
    }

    /// <exception cref="RuleBrokenException">The group is another branch's, or dissolved.</exception>
    public void JoinGroup(BranchGroup group)
    {
        if (group.BranchId != BranchId) throw new RuleBrokenException("The group {0} belongs to another branch than {1}.", group.Name, Name) { Field = "GroupId" };
        if (group.IsDissolved) throw new RuleBrokenException("The group {0} is dissolved already.", group.Name) { Field = "GroupId" };

        Group = group;
        GroupId = group.Id;
    }

    public void LeaveGroup()
    {
        Group = null;
        GroupId = null;
    }

    private void RefuseBeforeLastChange(DateOnly on)
    {
        if (_periods.Any(p => p.Until is null && on < p.From)) throw new RuleBrokenException("The day lies before the last change on record.") { Field = "On" };
    }

    private void TurnPage(DateOnly on, string? trainedElsewhere = null)
    {
        if (_periods.SingleOrDefault(p => p.Until is null) is { } open) open.EndOn(on);
        _periods.Add(new PersonPeriod(this, on) { TrainedElsewhere = string.IsNullOrWhiteSpace(trainedElsewhere) ? null : trainedElsewhere.Trim() });
    }
}
