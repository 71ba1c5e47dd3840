using System.ComponentModel.DataAnnotations;
using PartyPortal.Data.Accounts;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Accounts;

public sealed class SignInForm : IForm
{
    [Display(Name = "User name, student or staff number, or e-mail"), Required, StringLength(SignInName.MaxLength)]
    public string Name { get; set; } = "";

    [Display(Name = "Password"), Required, StringLength(PasswordRules.MaxLength), DataType(DataType.Password)]
    public string Password { get; set; } = "";

    public string? ReturnUrl { get; set; }
}
