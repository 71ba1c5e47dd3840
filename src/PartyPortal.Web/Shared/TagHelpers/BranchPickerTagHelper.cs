using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyPortal.Data;
using PartyPortal.Domain.Branches;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Shared.TagHelpers;

/// <summary>Which of the organisations in use a picker offers.</summary>
public enum BranchReach
{
    /// <summary>Those in the viewer's reach.</summary>
    Own,

    /// <summary>Those under which another may stand.</summary>
    Parents,

    Everywhere,

    /// <summary>Those that stand at the top of a tree.</summary>
    Tops,
}

/// <summary>
/// Chooses an organisation; the property says [BranchChoice]. A short list is a select. A long one is typed, by code or name, while the browser
/// offers what matches: that needs no script, at 2,000 organisations too.
/// </summary>
[HtmlTargetElement("branch-picker", Attributes = "asp-for", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class BranchPickerTagHelper(IHtmlGenerator html, IStringLocalizer<Text> T, PortalDb db) : TagHelper
{
    private const int LongestSelect = 30;

    [HtmlAttributeName("asp-for")] public required ModelExpression For { get; set; }
    public BranchReach Reach { get; set; }
    public string? Hint { get; set; }

    /// <summary>The name of the choice that chooses nothing.</summary>
    public string? Empty { get; set; }

    [HtmlAttributeNotBound, ViewContext] public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var choices = await Offered().OrderBy(b => b.Path).Select(b => new Choice(b.Id, b.Code, b.Name)).ToListAsync();
        var isTyped = choices.Count > LongestSelect;
        var field = new FieldTagHelper(html, T)
        {
            For = For,
            ViewContext = ViewContext,
            Hint = Hint ?? (isTyped && Empty is null ? T["Type the code or a part of the name, and choose."].Value : null),
            Empty = Empty,
            Type = isTyped ? "text" : null,
            Items = isTyped ? null : choices.Select(c => new SelectListItem(c.Name, c.Id.ToString(CultureInfo.InvariantCulture))),
        };
        var list = TagBuilder.CreateSanitizedId(For.Name, "_") + "-list";
        if (isTyped) Type(output, choices, list);
        field.Process(context, output);
        if (isTyped) output.Content.AppendHtml(Suggestions(choices, list)).AppendHtml(Marker());
    }

    private IQueryable<Branch> Offered()
    {
        var reach = db.Viewer.Path;
        var inUse = db.Branches.Where(b => b.Gone == 0);
        return Reach switch
        {
            BranchReach.Own => inUse.Where(b => b.Path.StartsWith(reach)),
            BranchReach.Parents => inUse.Where(b => b.Kind != BranchKind.Branch),
            BranchReach.Tops => inUse.Where(b => b.ParentId == null),
            _ => inUse,
        };
    }

    private void Type(TagHelperOutput output, List<Choice> choices, string list)
    {
        var shown = For.Model is int id ? choices.Find(c => c.Id == id)?.Text : ViewContext.ViewData.ModelState.GetValueOrDefault(For.Name)?.AttemptedValue;
        output.Attributes.SetAttribute("list", list);
        output.Attributes.SetAttribute("value", shown);
        output.Attributes.SetAttribute("autocomplete", "off");
        if (Empty is not null) output.Attributes.SetAttribute("placeholder", T[Empty].Value);
    }

    private static TagBuilder Suggestions(List<Choice> choices, string id)
    {
        var list = new TagBuilder("datalist") { Attributes = { ["id"] = id } };
        foreach (var choice in choices)
        {
            var option = new TagBuilder("option") { TagRenderMode = TagRenderMode.StartTag, Attributes = { ["value"] = choice.Text } };
            list.InnerHtml.AppendHtml(option);
        }

        return list;
    }

    private TagBuilder Marker() => new("input")
    {
        TagRenderMode = TagRenderMode.SelfClosing,
        Attributes = { ["type"] = "hidden", ["name"] = BranchChoiceBinder.MarkerOf(For.Name), ["value"] = BranchChoiceBinder.Typed },
    };

    private sealed record Choice(int Id, string Code, string Name)
    {
        public string Text => $"{Code} {Name}";
    }
}
