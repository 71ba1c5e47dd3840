using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Domain.Todos;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform.Todos;

namespace PartyPortal.Web.Features.Desk;

/// <summary>All that waits for a person, in whichever of their roles it is done.</summary>
[Route("desk/todo"), Authorize(Policies.SignedIn)]
public sealed class TodosController(PortalDb db, Waiting waiting) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(bool isGone)
    {
        ViewData["IsGone"] = isGone;
        return View(await waiting.FindAsync());
    }

    /// <summary>Goes where it is done; what was done meanwhile, by whomever, is said on the list.</summary>
    [HttpGet("open")]
    public async Task<IActionResult> Open(string? to)
    {
        var list = await waiting.FindAsync();
        if (list.Todos.Any(todo => todo.Path == to && IsInUse(todo))) return LocalRedirect("~" + to);

        return RedirectToAction(nameof(Index), new { isGone = list.Silent.Count == 0 && list.Todos.All(todo => todo.Path != to) });
    }

    private bool IsInUse(Todo todo) => todo.Office is null || todo.Office.GrantId == db.Viewer.Acting?.GrantId;
}
