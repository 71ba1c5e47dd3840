using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Localization;
using PartyPortal.Domain;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Features.Uploads;

/// <summary>Speaks tus 1.0 (https://tus.io/protocols/resumable-upload): checks its version, and answers a refusal with a sentence that the script shows.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TusAttribute : ActionFilterAttribute
{
    public const string Version = "1.0.0";

    public override void OnActionExecuting(ActionExecutingContext context)
    {
        var (asked, answer) = (context.HttpContext.Request, context.HttpContext.Response);
        answer.Headers["Tus-Resumable"] = Version;
        answer.Headers.CacheControl = "no-store";
        if (!HttpMethods.IsOptions(asked.Method) && asked.Headers["Tus-Resumable"] != Version) context.Result = new StatusCodeResult(StatusCodes.Status412PreconditionFailed);
    }

    public override void OnActionExecuted(ActionExecutedContext context)
    {
        var text = context.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Text>>();
        context.Result = context.Exception switch
        {
            RuleBrokenException broken => Say(text[broken.Message, broken.Details], StatusCodes.Status422UnprocessableEntity),
            IOException full when NoRoomException.Is(full) => Say(text["There is no room for files at the moment. Tell an administrator."], StatusCodes.Status507InsufficientStorage),
            // The line broke: what has arrived stays, and the browser asks how much that is.
            IOException or OperationCanceledException when context.HttpContext.RequestAborted.IsCancellationRequested => new EmptyResult(),
            _ => context.Result,
        };
        context.ExceptionHandled = context.Result is not null;
    }

    private static ContentResult Say(string sentence, int status) => new() { Content = sentence, ContentType = "text/plain; charset=utf-8", StatusCode = status };
}
