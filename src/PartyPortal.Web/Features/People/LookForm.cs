using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Sealing;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.People;

public sealed class LookForm : IForm
{
    [Display(Name = "What do you need to read?"), Required, EnumDataType(typeof(SealedField))]
    public SealedField? Field { get; set; }

    [Display(Name = "What do you need it for?"), Required, StringLength(PersonLook.ReasonMaxLength)]
    public string? Reason { get; set; }
}

public sealed record ShownField(int PersonId, string Name, SealedField Field, string Value)
{
    /// <exception cref="RuleBrokenException">Nothing is on record.</exception>
    internal static ShownField Of(Person person, SealedField field, FieldSealer sealer) => new(person.Id, person.Name, field,
        (field is SealedField.Phone ? person.OpenPhone(sealer) : person.OpenIdNumber(sealer))
        ?? throw new RuleBrokenException("There is none on record.") { Field = nameof(LookForm.Field) });
}
