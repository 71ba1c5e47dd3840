using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Data.Postings;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Postings;

/// <summary>Postings as they are read, while they run and never after. No cache keeps them and no search engine lists them.</summary>
[Route("postings"), AllowAnonymous, ResponseCache(NoStore = true), Unlisted]
public sealed class PostingsController(PortalDb db, CurrentSettings settings) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? after) =>
        db.Viewer.IsSignedIn || settings.Now.PostsOnInternet ? View(await PostingSearch.ListAsync(db.PostingsToRead(settings.Now), after)) : Challenge();

    [HttpGet("{id:int}")]
    public async Task<IActionResult> Details(int id) => await PostingSearch.PageAsync(db, db.PostingsToRead(settings.Now), id) is { } page ? View(page) : NotFound();
}
