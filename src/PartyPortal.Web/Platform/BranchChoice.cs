using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyPortal.Data;
using PartyPortal.Domain.Branches;
using PartyPortal.Web.Localization;

namespace PartyPortal.Web.Platform;

/// <summary>The id of an organisation, as a branch picker sends it: chosen from a list or typed.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BranchChoiceAttribute() : ModelBinderAttribute(typeof(BranchChoiceBinder));

/// <summary>A list and a link give the id. Where the picker was typed in, a marker stands beside it, so that a code of digits is never taken for an id.</summary>
internal sealed class BranchChoiceBinder(PortalDb db, IStringLocalizer<Text> text) : IModelBinder
{
    public const string Typed = "typed";

    public static string MarkerOf(string field) => field + "-how";

    public async Task BindModelAsync(ModelBindingContext asked)
    {
        var given = asked.ValueProvider.GetValue(asked.ModelName);
        asked.ModelState.SetModelValue(asked.ModelName, given);
        if (given.FirstValue?.Trim() is not { Length: > 0 } words) return;

        var isTyped = asked.ValueProvider.GetValue(MarkerOf(asked.ModelName)).FirstValue == Typed;
        if (isTyped) await FindAsync(asked, words);
        else if (int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var id)) asked.Result = ModelBindingResult.Success(id);
        else Refuse(asked, text["No organisation in use has the code or name “{0}”.", words]);
    }

    private async Task FindAsync(ModelBindingContext asked, string words)
    {
        var key = Branch.KeyOf(words);
        var found = await db.Branches.Where(b => b.Gone == 0 && (b.CodeKey == key || b.Name == words || b.Code + " " + b.Name == words))
            .Select(b => new { b.Id, IsSure = b.Name != words }).Take(2).ToListAsync();
        var sure = found.Find(b => b.IsSure) ?? (found.Count == 1 ? found[0] : null);
        if (sure is not null) asked.Result = ModelBindingResult.Success(sure.Id);
        else Refuse(asked, found.Count == 0 ? text["No organisation in use has the code or name “{0}”.", words] : text["Several organisations have this name. Give the code."]);
    }

    private static void Refuse(ModelBindingContext asked, string sentence)
    {
        asked.ModelState.AddModelError(asked.ModelName, sentence);
        asked.Result = ModelBindingResult.Failed();
    }
}
