using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using PartyPortal.Web.Localization;

namespace PartyPortal.Web.Platform;

/// <summary>The id of a row, as a choice picker sends it: of a short list the id, of a long one the title with the id behind it.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ListChoiceAttribute() : ModelBinderAttribute(typeof(ListChoiceBinder));

internal sealed class ListChoiceBinder(IStringLocalizer<Text> text) : IModelBinder
{
    private const string Between = " · ";

    public static string Typed(string title, string id) => title + Between + id;

    public Task BindModelAsync(ModelBindingContext asked)
    {
        var given = asked.ValueProvider.GetValue(asked.ModelName);
        asked.ModelState.SetModelValue(asked.ModelName, given);
        if (given.FirstValue?.Trim() is not { Length: > 0 } words) return Task.CompletedTask;

        if (int.TryParse(words.Split(Between)[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var id)) asked.Result = ModelBindingResult.Success(id);
        else
        {
            asked.ModelState.AddModelError(asked.ModelName, text["Choose one of the list: type a part of it instead of “{0}”, and take what is offered.", words]);
            asked.Result = ModelBindingResult.Failed();
        }

        return Task.CompletedTask;
    }
}
