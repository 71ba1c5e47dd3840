using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Data.Study;

namespace PartyPortal.Web.Shared.Components;

/// <summary>Beside what takes a course away from learners: who asks for it. Nothing where nobody does.</summary>
public sealed class AssignmentsOfCourseViewComponent(PortalDb db) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string courseId) => await db.AssignedAsync(int.Parse(courseId, CultureInfo.InvariantCulture)) is { } assigned ? View(assigned) : Content("");
}
