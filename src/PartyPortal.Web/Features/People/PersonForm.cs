using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Sealing;
using PartyPortal.Domain.Settings;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.People;

public class PersonForm : IFormOf<PersonForm, Person>
{
    [Display(Name = "Full name"), Required, StringLength(Person.NameMaxLength)]
    public string Name { get; set; } = "";

    [Display(Name = "Student or staff number"), StringLength(Person.NumberMaxLength)]
    public string? Number { get; set; }

    [Display(Name = "Born on")]
    public DateOnly? BornOn { get; set; }

    [Display(Name = "Applied on")]
    public DateOnly? AppliedOn { get; set; }

    [Display(Name = "Admitted on")]
    public DateOnly? AdmittedOn { get; set; }

    [Display(Name = "Full member since")]
    public DateOnly? ConvertedOn { get; set; }

    [Display(Name = "E-mail"), EmailAddress, StringLength(Person.EmailMaxLength)]
    public string? Email { get; set; }

    [Display(Name = "Phone"), StringLength(30)]
    public string? Phone { get; set; }

    [Display(Name = "ID number"), StringLength(30)]
    public string? IdNumber { get; set; }

    [Display(Name = "Delete the phone number on record")]
    public bool ForgetsPhone { get; set; }

    [Display(Name = "Delete the ID number on record")]
    public bool ForgetsIdNumber { get; set; }

    public Guid Version { get; set; }

    public static PersonForm For(Person person) => new()
    {
        Name = person.Name,
        Number = person.Number,
        BornOn = person.BornOn,
        AppliedOn = person.AppliedOn,
        AdmittedOn = person.AdmittedOn,
        ConvertedOn = person.ConvertedOn,
        Email = person.Email,
        Version = person.Version,
    };

    /// <summary>What is sealed is never sent to the browser to be edited: an empty field leaves it as it is.</summary>
    public void ApplyTo(Person person, FieldSealer sealer, PortalSettings settings)
    {
        if (person.Name != Name.Trim()) person.Rename(Name);
        person.GiveNumber(Number);
        person.RecordDates(BornOn, AppliedOn, AdmittedOn, ConvertedOn);
        person.Email = string.IsNullOrWhiteSpace(Email) ? null : Email.Trim();
        if (ForgetsPhone || !string.IsNullOrWhiteSpace(Phone)) person.RecordPhone(ForgetsPhone ? null : Phone, sealer);
        ApplyIdNumberTo(person, sealer, settings);
    }

    private void ApplyIdNumberTo(Person person, FieldSealer sealer, PortalSettings settings)
    {
        if (ForgetsIdNumber) person.RecordIdNumber(null, sealer);
        else if (string.IsNullOrWhiteSpace(IdNumber)) person.CheckBirthday(sealer);
        else if (!settings.CollectsIdNumbers) throw new RuleBrokenException("ID numbers are not collected here.") { Field = nameof(IdNumber) };
        else person.RecordIdNumber(IdNumber, sealer);
    }
}

public sealed class NewPersonForm : PersonForm
{
    [Display(Name = "Branch"), BranchChoice, Required]
    public int? BranchId { get; set; }

    [Display(Name = "Stage"), Required]
    public Stage? Stage { get; set; }

    [Display(Name = "On record since"), Required]
    public DateOnly? Since { get; set; }
}
