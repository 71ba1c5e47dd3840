using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Localization;

namespace PartyPortal.Web.Shared.TagHelpers;

public static class EnumWords
{
    /// <summary>The translated display name of an enum's member.</summary>
    public static string Word(this IStringLocalizer text, Enum value)
    {
        var name = value.ToString();
        return value.GetType().GetField(name)?.GetCustomAttribute<DisplayAttribute>()?.Name is { } key ? text[key] : name;
    }
}
