using System.ComponentModel.DataAnnotations;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Display;

/// <summary>Plain text from the browser: a value that is no theme is the standard, not an error.</summary>
public sealed class DisplayForm
{
    [Display(Name = "Colours")]
    public string? Theme { get; set; }

    [Display(Name = "Elder mode: large letters, few choices")]
    public bool Elder { get; set; }

    public DisplayChoice Choice() =>
        new(Enum.TryParse<Theme>(Theme, ignoreCase: true, out var theme) && Enum.IsDefined(theme) ? theme : default, Elder);

    public static DisplayForm For(DisplayChoice choice) => new() { Theme = choice.Theme.ToString(), Elder = choice.IsElder };
}
