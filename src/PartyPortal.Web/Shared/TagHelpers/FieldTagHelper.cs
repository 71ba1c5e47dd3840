using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using PartyPortal.Web.Localization;

namespace PartyPortal.Web.Shared.TagHelpers;

/// <summary>One question of a form: label, hint, error and control, tied together for eyes, hands and screen readers.</summary>
[HtmlTargetElement("field", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTagHelper(IHtmlGenerator html, IStringLocalizer<Text> T) : TagHelper
{
    [HtmlAttributeName("asp-for")] public required ModelExpression For { get; set; }
    public string? Label { get; set; }
    public string? Hint { get; set; }
    public string? Type { get; set; }
    public IEnumerable<SelectListItem>? Items { get; set; }

    /// <summary>The name of the choice that chooses nothing.</summary>
    public string? Empty { get; set; }

    /// <summary>Where the form's type cannot know it.</summary>
    public bool? IsRequired { get; set; }

    [HtmlAttributeNotBound, ViewContext] public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var control = new FieldControl(html, T, ViewContext, For) { Type = Type, Items = Items, Empty = Empty is null ? null : T[Empty].Value, AsksFor = IsRequired };
        foreach (var attribute in output.Attributes) control.Attributes[attribute.Name] = attribute.Value?.ToString() ?? "";
        if (Hint is not null) control.DescribedBy(control.Id + "-hint");
        control.DescribedBy(control.Id + "-error");

        var saved = SavedMeanwhile.Of(For, ViewContext, control, T);
        if (saved is not null) control.DescribedBy(control.Id + "-saved");

        output.Attributes.Clear();
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = control.IsGroup ? "fieldset" : "div";
        output.Attributes.SetAttribute("class", saved is null ? "field" : "field stale");
        if (control.IsGroup) output.Attributes.SetAttribute("aria-describedby", control.Description);

        if (control.Kind != "checkbox") output.Content.AppendHtml(Caption(control));
        if (Hint is not null) output.Content.AppendHtml(Paragraph("hint", control.Id + "-hint", T[Hint]));
        output.Content.AppendHtml(Error(control));
        output.Content.AppendHtml(control.Kind == "checkbox" ? control.Checkbox(Words(control)) : control.Render());
        if (saved is not null) output.Content.AppendHtml(saved);
    }

    private TagBuilder Caption(FieldControl control)
    {
        var caption = new TagBuilder(control.IsGroup ? "legend" : "label") { Attributes = { ["class"] = "field-label" } };
        if (!control.IsGroup) caption.Attributes["for"] = control.Id;
        caption.InnerHtml.AppendHtml(Words(control));
        return caption;
    }

    private IHtmlContentBuilder Words(FieldControl control)
    {
        var words = new HtmlContentBuilder().Append(Label is null ? For.Metadata.GetDisplayName() : T[Label].Value);
        return control.IsRequired ? words.AppendHtml(" ").AppendHtml(Mark(T["(required)"])) : words;
    }

    private static TagBuilder Mark(string text)
    {
        var mark = new TagBuilder("span") { Attributes = { ["class"] = "required-mark" } };
        mark.InnerHtml.Append(text);
        return mark;
    }

    private static TagBuilder Error(FieldControl control)
    {
        var error = Paragraph("field-error", control.Id + "-error", control.Error ?? "");
        error.Attributes["data-valmsg-for"] = control.Name;
        error.Attributes["data-valmsg-replace"] = "true";
        return error;
    }

    private static TagBuilder Paragraph(string type, string id, string text)
    {
        var paragraph = new TagBuilder("p") { Attributes = { ["class"] = type, ["id"] = id } };
        paragraph.InnerHtml.Append(text);
        return paragraph;
    }
}
