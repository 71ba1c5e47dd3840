using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Microsoft.Extensions.Localization;
using PartyPortal.Domain;

namespace PartyPortal.Web.Shared.TagHelpers;

public static class EnumWords
{
    /// <summary>The translated display name of an enum's member.</summary>
    public static string Word(this IStringLocalizer text, Enum value)
    {
        var name = value.ToString();
        return value.GetType().GetField(name)?.GetCustomAttribute<DisplayAttribute>()?.Name is { } key ? text[key] : name;
    }

    /// <summary>The translated sentence, filled.</summary>
    public static string Say(this IStringLocalizer text, Sentence sentence) => text[sentence.Words, [.. sentence.With.Select(with => with switch
    {
        Enum member => text.Word(member),
        DateOnly day => DayWords.Day(day),
        _ => with,
    })]];
}
