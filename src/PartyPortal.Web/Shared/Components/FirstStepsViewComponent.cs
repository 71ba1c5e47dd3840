using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Web.Access;

namespace PartyPortal.Web.Shared.Components;

/// <summary>The first steps of the role in use, until their reader hides them.</summary>
public sealed class FirstStepsViewComponent(PortalDb db, ShownSteps shown, OpenPages pages) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync() => await shown.AreShownAsync(db) ? View(Beginnings.Of(db.Viewer, pages)) : Content("");
}
