using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Shared.TagHelpers;

/// <summary>Chooses a row by its title; the property says [ListChoice]. A short list is a select. A long one is typed, while the browser offers what matches.</summary>
[HtmlTargetElement("choice-picker", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class ChoicePickerTagHelper(IHtmlGenerator html, IStringLocalizer<Text> T) : TagHelper
{
    [HtmlAttributeName("asp-for")] public required ModelExpression For { get; set; }
    public required IReadOnlyList<SelectListItem> Items { get; set; }
    public string? Hint { get; set; }

    /// <summary>The name of the choice that chooses nothing.</summary>
    public string? Empty { get; set; }

    [HtmlAttributeNotBound, ViewContext] public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var isTyped = Items.Count > FieldControl.LongestList;
        var list = TagBuilder.CreateSanitizedId(For.Name, "_") + "-list";
        if (isTyped) Type(output, list);
        new FieldTagHelper(html, T) { For = For, ViewContext = ViewContext, Hint = Hint ?? (isTyped ? T["Type a part of it, and choose."].Value : null), Empty = Empty, Type = isTyped ? "text" : null, Items = isTyped ? null : Items }.Process(context, output);
        if (isTyped) output.Content.AppendHtml(Suggestions(list));
    }

    private void Type(TagHelperOutput output, string list)
    {
        var chosen = For.Model is int id ? Items.FirstOrDefault(i => i.Value == $"{id}") : null;
        output.Attributes.SetAttribute("list", list);
        output.Attributes.SetAttribute("value", chosen is null ? ViewContext.ViewData.ModelState.GetValueOrDefault(For.Name)?.AttemptedValue : ListChoiceBinder.Typed(chosen.Text, chosen.Value));
        output.Attributes.SetAttribute("autocomplete", "off");
        if (Empty is not null) output.Attributes.SetAttribute("placeholder", T[Empty].Value);
    }

    private TagBuilder Suggestions(string id)
    {
        var list = new TagBuilder("datalist") { Attributes = { ["id"] = id } };
        foreach (var item in Items)
            list.InnerHtml.AppendHtml(new TagBuilder("option") { TagRenderMode = TagRenderMode.StartTag, Attributes = { ["value"] = ListChoiceBinder.Typed(item.Text, item.Value) } });
        return list;
    }
}
