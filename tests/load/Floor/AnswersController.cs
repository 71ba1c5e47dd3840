using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Web.Access;
using PartyPortal.Web.Features.Quizzes;

namespace PartyPortal.Load.Floor;

/// <summary>An answer kept by one statement, behind the same sign-in, form token and middleware.</summary>
[Route("floor/answers"), Authorize(Policies.SignedIn)]
public sealed class AnswersController : Controller
{
    private const string Sql = """UPDATE "AttemptAnswers" SET "Given" = @given, "Version" = @version WHERE "Id" = @id""";

    [HttpPut("{id:int}")]
    public async Task<IActionResult> Floor(int id, [FromForm] ShownAnswer shown)
    {
        var version = Guid.NewGuid();
        await HttpContext.RequestServices.GetRequiredService<Ground>().WriteAsync(Sql, ("given", shown.Text), ("version", version), ("id", id));
        return Json(new AnswerSaved(new AnswerNow(id, shown.Text, version), false, null));
    }
}
