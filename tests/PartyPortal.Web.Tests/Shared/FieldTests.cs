using System.ComponentModel.DataAnnotations;
using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Shared.TagHelpers;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Shared;

public sealed class FieldTests(Portal portal)
{
    [Fact]
    public void A_text_field_has_label_hint_error_and_control_tied_together()
    {
        var field = Render(nameof(Form.Title), new Form { Title = "Old" }, errors: "Fill in: Title.", hint: "Short.");
        var input = field.QuerySelector("input")!;

        Assert.Equal("Title", input.Id);
        Assert.Equal("Title", field.QuerySelector("label")!.GetAttribute("for"));
        Assert.Contains("(required)", field.QuerySelector("label")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Title-hint Title-error", input.GetAttribute("aria-describedby"));
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("Fill in: Title.", field.QuerySelector("#Title-error")!.TextContent);
        Assert.Equal("Old", input.GetAttribute("value"));
        Assert.Null(input.GetAttribute("maxlength"));
    }

    [Theory]
    [InlineData(nameof(Form.On), "input[type=date][value='2026-11-23']")]
    [InlineData(nameof(Form.Yes), "label.check input[type=checkbox]")]
    [InlineData(nameof(Form.File), "input[type=file]")]
    [InlineData(nameof(Form.Count), "input[inputmode=numeric][value='7']")]
    [InlineData(nameof(Form.Kind), "select option[selected][value=Second]")]
    [InlineData(nameof(Form.Text), "textarea")]
    public void The_control_follows_from_the_type(string property, string expected) =>
        Assert.NotNull(Render(property, new Form()).QuerySelector(expected));

    [Fact]
    public void An_optional_choice_can_be_left_open_and_says_its_names()
    {
        var select = Render(nameof(Form.Maybe), new Form()).QuerySelector("select")!;

        Assert.Equal(["Please choose", "The first", "Second"], select.QuerySelectorAll("option").Select(option => option.TextContent));
        Assert.Equal("", select.QuerySelector("option")!.GetAttribute("value"));
    }

    [Fact]
    public void Radio_buttons_stand_in_a_group_with_a_name()
    {
        var field = Render(nameof(Form.Kind), new Form(), type: "radio");

        Assert.Equal("fieldset", field.LocalName);
        Assert.NotNull(field.QuerySelector("legend"));
        Assert.Equal(2, field.QuerySelectorAll("input[type=radio]").Length);
        Assert.NotNull(field.QuerySelector("input[value=Second][checked]"));
    }

    private IElement Render(string property, Form form, string? errors = null, string? hint = null, string? type = null)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        using var scope = portal.Services.CreateScope();
        var services = scope.ServiceProvider;
        var metadata = services.GetRequiredService<IModelMetadataProvider>();
        var view = new ViewContext
        {
            HttpContext = new DefaultHttpContext { RequestServices = services },
            ViewData = new ViewDataDictionary<Form>(metadata, new ModelStateDictionary()) { Model = form },
            ActionDescriptor = new ActionDescriptor(),
            RouteData = new RouteData(),
            FormContext = new FormContext(),
        };
        if (errors is not null) view.ViewData.ModelState.AddModelError(property, errors);

        var explorer = metadata.GetModelExplorerForType(typeof(Form), form).GetExplorerForProperty(property);
        var helper = new FieldTagHelper(services.GetRequiredService<IHtmlGenerator>(), services.GetRequiredService<IStringLocalizer<Text>>())
        {
            For = new ModelExpression(property, explorer),
            ViewContext = view,
            Hint = hint,
            Type = type,
        };
        var output = new TagHelperOutput("field", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext([], new Dictionary<object, object>(), "1"), output);

        using var writer = new StringWriter();
        output.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Default);
        return new HtmlParser().ParseDocument(writer.ToString()).Body!.FirstElementChild!;
    }

    private enum Kind
    {
        [Display(Name = "The first")] First,
        Second,
    }

    private sealed class Form
    {
        [Required, StringLength(20)] public string Title { get; set; } = "";
        [DataType(DataType.MultilineText)] public string? Text { get; set; }
        public DateOnly On { get; set; } = new(2026, 11, 23);
        public bool Yes { get; set; }
        public IFormFile? File { get; set; }
        public int Count { get; set; } = 7;
        public Kind Kind { get; set; } = Kind.Second;
        public Kind? Maybe { get; set; }
    }
}
