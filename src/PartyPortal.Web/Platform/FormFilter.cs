using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Platform.Files;
using PartyPortal.Web.Shared.TagHelpers;

namespace PartyPortal.Web.Platform;

/// <summary>What a browser posts. The mark by which a refused form is found and shown again.</summary>
public interface IForm;

/// <summary>
/// Shows a refused form again with what was typed: malformed before the action runs, a broken rule, a stale version or
/// a taken value after it. So no action has to catch anything.
/// </summary>
internal sealed class FormFilter(IStringLocalizer<Text> text, PortalDb db) : IAsyncActionFilter
{
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        if (!context.ModelState.IsValid && FormOf(context) is { } malformed)
        {
            context.Result = Again(context, malformed, StatusCodes.Status422UnprocessableEntity);
            return;
        }

        var executed = await next();
        if (executed is { Exception: { } failure, ExceptionHandled: false }) await AnswerAsync(context, executed, failure);
    }

    private async Task AnswerAsync(ActionExecutingContext context, ActionExecutedContext executed, Exception failure)
    {
        var answer = failure switch
        {
            OutsideJurisdictionException => new StatusCodeResult(StatusCodes.Status403Forbidden),
            TooBusyException => Later(context.HttpContext.Response),
            RuleBrokenException broken => Refuse(context, broken.Field, text.Say(Sentence.Key(broken.Message, broken.Details)), StatusCodes.Status422UnprocessableEntity),
            DbUpdateConcurrencyException stale => await RefuseStaleAsync(context, stale),
            DbUpdateException update when db.IsDuplicate(update) => Refuse(context, null, text["This value is taken already. Choose another one."], StatusCodes.Status422UnprocessableEntity),
            IOException full when NoRoomException.Is(full) => new StatusCodeResult(StatusCodes.Status507InsufficientStorage),
            _ => (IActionResult?)null,
        };
        if (answer is not null) (executed.Result, executed.ExceptionHandled) = (answer, true);
    }

    private async Task<IActionResult> RefuseStaleAsync(ActionExecutingContext context, DbUpdateConcurrencyException stale)
    {
        var answer = Refuse(context, null, text["Someone else saved this first. Your text is kept; what was saved stands beside it. Saving again overwrites it."], StatusCodes.Status409Conflict);
        if (FormOf(context) is { } typed) await StaleEdit.ShowSavedAsync(db, typed, stale, ((Controller)context.Controller).ViewData, context.ModelState);
        return answer;
    }

    private IActionResult Refuse(ActionExecutingContext context, string? field, string sentence, int status)
    {
        db.ChangeTracker.Clear();
        context.ModelState.AddModelError(field ?? "", sentence);
        return FormOf(context) is { } form ? Again(context, form, status) : Plain(context, sentence, status);
    }

    private static StatusCodeResult Later(HttpResponse response)
    {
        response.Headers.RetryAfter = TooBusyException.RetryAfter.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        return new StatusCodeResult(StatusCodes.Status503ServiceUnavailable);
    }

    // A button without a form: the sentence is said on the page it came from.
    private static IActionResult Plain(ActionExecutingContext context, string sentence, int status)
    {
        var controller = (Controller)context.Controller;
        if (controller.Request.Headers.Referer.FirstOrDefault() is not { } from || !Uri.TryCreate(from, UriKind.Absolute, out var uri)) return new StatusCodeResult(status);

        controller.TempData[Flash.Trouble] = sentence;
        return new LocalRedirectResult(uri.PathAndQuery);
    }

    private static IForm? FormOf(ActionExecutingContext context) => context.ActionArguments.Values.OfType<IForm>().FirstOrDefault();

    private static ViewResult Again(ActionExecutingContext context, IForm form, int status)
    {
        var view = ((Controller)context.Controller).View(form);
        view.StatusCode = status;
        return view;
    }
}
