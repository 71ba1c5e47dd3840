using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PartyPortal.Web.Shared.TagHelpers;

/// <summary>Twelve months as bars with their figures above. A table beside it says the same.</summary>
[HtmlTargetElement("month-bars", Attributes = "values,label", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class MonthBarsTagHelper : TagHelper
{
    // In the units of the drawing: a month's width, a bar's, the highest bar, and the line on which they stand.
    private const int Step = 30, Bar = 20, Highest = 104, Ground = 124;

    // A year with little in it does not look like a full one.
    private const decimal LeastScale = 8;

    /// <summary>January to December.</summary>
    public IReadOnlyList<decimal> Values { get; set; } = [];

    public string Label { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "bars");
        output.Content.SetHtmlContent(new HtmlFormattableString("<svg viewBox=\"0 0 {0} 144\" role=\"img\" aria-label=\"{1}\">{2}<line x1=\"0\" y1=\"{3}\" x2=\"{0}\" y2=\"{3}\"></line></svg>",
            Step * Values.Count, Label, new HtmlString(Bars()), Ground));
    }

    private string Bars()
    {
        var (bars, scale) = (new StringBuilder(), Math.Max(LeastScale, Values.Append(0).Max()));
        foreach (var (at, value) in Values.Index())
        {
            var (left, height) = (at * Step, Highest * value / scale);
            if (value > 0) bars.Append(CultureInfo.InvariantCulture, $"<rect x=\"{left + ((Step - Bar) / 2)}\" y=\"{Ground - height:0.#}\" width=\"{Bar}\" height=\"{height:0.#}\"></rect><text x=\"{left + (Step / 2)}\" y=\"{Ground - height - 4:0.#}\">{value:0.#}</text>");
            bars.Append(CultureInfo.InvariantCulture, $"<text x=\"{left + (Step / 2)}\" y=\"{Ground + 16}\">{at + 1}</text>");
        }

        return bars.ToString();
    }
}
