using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.People;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.People;

public class PersonForm : IForm
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

    public void ApplyTo(Person person)
    {
        if (person.Name != Name.Trim()) person.Rename(Name);
        person.GiveNumber(Number);
        person.RecordDates(BornOn, AppliedOn, AdmittedOn, ConvertedOn);
        person.Email = string.IsNullOrWhiteSpace(Email) ? null : Email.Trim();
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
