using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Shared.TagHelpers;

/// <summary>After a stale edit: what somebody else has saved in this field, where it differs from what was typed.</summary>
internal static class SavedMeanwhile
{
    /// <returns>Null where nobody saved meanwhile, or the same.</returns>
    public static TagBuilder? Of(ModelExpression field, ViewContext view, FieldControl control, IStringLocalizer<Text> text)
    {
        if (view.ViewData[StaleEdit.Saved] is not { } saved || saved.GetType().GetProperty(field.Name) is not { } property) return null;

        var value = property.GetValue(saved);
        if (Equals(value ?? "", field.Model ?? "")) return null;

        var box = new TagBuilder("div") { Attributes = { ["class"] = "saved-meanwhile", ["id"] = control.Id + "-saved" } };
        box.InnerHtml.AppendHtml("<strong>").Append(text["Saved meanwhile by somebody else"]).AppendHtml("</strong>").AppendHtml(Words(value, control, text));
        return box;
    }

    private static IHtmlContentBuilder Words(object? value, FieldControl control, IStringLocalizer<Text> text)
    {
        var isRich = control.Attributes.ContainsKey("data-editor");
        var words = new HtmlContentBuilder().AppendHtml(isRich ? "<div class=\"article\">" : "<div class=\"saved-text\">");
        if (isRich) words.AppendHtml(RichText.Clean(value as string));
        else words.Append(Plain(value, control, text));
        return words.AppendHtml("</div>");
    }

    private static string Plain(object? value, FieldControl control, IStringLocalizer<Text> text) => value switch
    {
        null or "" => text["(empty)"],
        bool yes => yes ? text["Yes"] : text["No"],
        Enum word => text.Word(word),
        DateOnly day => DayWords.Day(day),
        DateTime at => DayWords.DayAndTime(at),
        _ => control.Items?.FirstOrDefault(item => item.Value == Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture))?.Text ?? value.ToString()!,
    };
}
