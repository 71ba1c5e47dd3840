using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using PartyPortal.Web.Localization;

namespace PartyPortal.Web.Shared.TagHelpers;

/// <summary>The control inside a field, chosen by the type of what it asks for.</summary>
internal sealed class FieldControl(IHtmlGenerator html, IStringLocalizer<Text> text, ViewContext view, ModelExpression asked)
{
    /// <summary>What is longer than that is looked through by typing.</summary>
    public const int LongestList = 30;

    private Type Model => asked.Metadata.UnderlyingOrModelType;
    private ModelStateEntry? State => view.ViewData.ModelState.GetValueOrDefault(Name);

    public string? Type { get; init; }
    public IEnumerable<SelectListItem>? Items { get; init; }
    public string? Empty { get; init; }
    public Dictionary<string, object?> Attributes { get; } = [];

    public string Name => view.ViewData.TemplateInfo.GetFullHtmlFieldName(asked.Name);
    public string Id => TagBuilder.CreateSanitizedId(Name, "_");
    public string? Error => State?.Errors.FirstOrDefault()?.ErrorMessage;
    /// <summary>Where the form's type cannot know whether it is required.</summary>
    public bool? AsksFor { get; init; }

    public bool IsRequired => AsksFor ?? (asked.Metadata.IsRequired && Model != typeof(bool));
    public bool IsGroup => Kind is "radio" or "checks";
    public string Kind => Type ?? KindOf(Model, Items is not null, asked.Metadata.DataTypeName);
    public string Description { get; private set; } = "";

    public void DescribedBy(string id) => Description = $"{Description} {id}".Trim();

    public IHtmlContent Render()
    {
        Prepare("form-control");
        return Kind switch
        {
            "textarea" => WithoutLimit(html.GenerateTextArea(view, asked.ModelExplorer, asked.Name, 5, 0, Attributes)),
            "password" => Password(),
            "select" => Select(),
            "radio" or "checks" => Group(),
            "number" => Input("text", null, ("inputmode", "numeric")),
            "date" => Input("date", "{0:yyyy-MM-dd}"),
            "time" => Input("time", "{0:HH:mm}"),
            "datetime-local" => Input("datetime-local", "{0:yyyy-MM-ddTHH:mm}"),
            "file" => Input("file", null),
            var other => Input(other, asked.Metadata.EditFormatString),
        };
    }

    public IHtmlContent Checkbox(IHtmlContent words)
    {
        Prepare("form-check-input");
        // Whoever types neither yes nor no into an address means no.
        if (State is { AttemptedValue: { } said } && !bool.TryParse(said.Split(',')[0], out _)) view.ViewData.ModelState.SetModelValue(Name, false, "false");
        var box = html.GenerateCheckBox(view, asked.ModelExplorer, asked.Name, asked.Model as bool?, Attributes);
        // For the browser's checks "required" would mean "must be ticked".
        box.Attributes.Remove("data-val-required");
        return new HtmlContentBuilder()
            .AppendHtml(Check(box, words))
            .AppendHtml(html.GenerateHiddenForCheckbox(view, asked.ModelExplorer, asked.Name));
    }

    private void Prepare(string style)
    {
        Attributes.TryAdd("class", style);
        if (!IsGroup) Attributes["aria-describedby"] = Description;
        if (IsRequired && !IsGroup) Attributes["aria-required"] = "true";
        if (Error is not null) Attributes["aria-invalid"] = "true";
    }

    private TagBuilder Input(string type, string? format, params (string Name, string Value)[] more)
    {
        foreach (var (name, value) in more) Attributes.TryAdd(name, value);
        Attributes["type"] = type;
        if (type == "file" && Model != typeof(IFormFile)) Attributes.TryAdd("multiple", "multiple");
        var model = type == "file" ? null : asked.Model;
        var input = WithoutLimit(html.GenerateTextBox(view, asked.ModelExplorer, asked.Name, model, format, Attributes));
        if (Attributes.TryGetValue("value", out var shown)) input.Attributes["value"] = shown?.ToString();
        return input;
    }

    /// <summary>A browser cuts a longer paste in silence; our check says so and keeps the text.</summary>
    private static TagBuilder WithoutLimit(TagBuilder control)
    {
        control.Attributes.Remove("maxlength");
        return control;
    }

    /// <summary>With the words of the button by which a script lets one see what was typed.</summary>
    private TagBuilder Password()
    {
        (Attributes["data-show"], Attributes["data-hide"]) = (text["Show the password"].Value, text["Hide the password"].Value);
        return WithoutLimit(html.GeneratePassword(view, asked.ModelExplorer, asked.Name, null, Attributes));
    }

    private TagBuilder Select()
    {
        Attributes["class"] = "form-select";
        var empty = Empty ?? (asked.Metadata.IsNullableValueType ? text["Please choose"].Value : null);
        return html.GenerateSelect(view, asked.ModelExplorer, empty, asked.Name, Choices(), Attributes.ContainsKey("multiple"), Attributes);
    }

    private HtmlContentBuilder Group()
    {
        var chosen = html.GetCurrentValues(view, asked.ModelExplorer, asked.Name, Kind == "checks") ?? [];
        var group = new HtmlContentBuilder();
        List<SelectListItem> choices = [.. Choices()];
        if (Kind == "checks" && choices.Count > LongestList) group.AppendHtml(Filter());
        foreach (var (number, choice) in choices.Index())
        {
            var box = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
            box.MergeAttributes(Attributes);
            box.Attributes["type"] = Kind == "checks" ? "checkbox" : "radio";
            box.Attributes["class"] = "form-check-input";
            // The first one carries the field's id, so that the summary of errors leads to it.
            box.Attributes["id"] = number == 0 ? Id : string.Create(CultureInfo.InvariantCulture, $"{Id}-{number}");
            box.Attributes["name"] = Name;
            box.Attributes["value"] = choice.Value;
            if (choice.Selected || chosen.Contains(choice.Value)) box.Attributes["checked"] = "checked";
            group.AppendHtml(Check(box, new HtmlContentBuilder().Append(choice.Text)));
        }

        return group;
    }

    /// <summary>By which a script leaves the boxes that match; without one the whole list stands there.</summary>
    private TagBuilder Filter() => new("input")
    {
        TagRenderMode = TagRenderMode.SelfClosing,
        Attributes = { ["type"] = "search", ["class"] = "form-control", ["data-filter"] = "", ["hidden"] = "hidden", ["aria-label"] = text["Find in the list"].Value, ["placeholder"] = text["Find in the list"].Value },
    };

    private IEnumerable<SelectListItem> Choices() => Items ?? (Model.IsEnum
        ? Enum.GetValues(Model).Cast<Enum>().Select(value => new SelectListItem(text.Word(value), value.ToString()))
        : throw new InvalidOperationException($"The field {Name} needs items to choose from."));

    private static TagBuilder Check(TagBuilder box, IHtmlContent words)
    {
        var label = new TagBuilder("label") { Attributes = { ["class"] = "check" } };
        var span = new TagBuilder("span");
        span.InnerHtml.AppendHtml(words);
        label.InnerHtml.AppendHtml(box).AppendHtml(span);
        return label;
    }

    private static string KindOf(Type model, bool hasItems, string? dataType) => dataType switch
    {
        _ when hasItems || model.IsEnum => "select",
        _ when model == typeof(bool) => "checkbox",
        _ when model == typeof(DateOnly) => "date",
        _ when model == typeof(TimeOnly) => "time",
        _ when model == typeof(DateTime) => "datetime-local",
        _ when model == typeof(int) || model == typeof(long) || model == typeof(decimal) => "number",
        _ when model == typeof(IFormFile) || typeof(IEnumerable<IFormFile>).IsAssignableFrom(model) => "file",
        nameof(DataType.Password) => "password",
        nameof(DataType.MultilineText) => "textarea",
        nameof(DataType.EmailAddress) => "email",
        nameof(DataType.PhoneNumber) => "tel",
        nameof(DataType.Url) => "url",
        _ => "text",
    };
}
