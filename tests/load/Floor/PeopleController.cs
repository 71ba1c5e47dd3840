using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Domain.People;
using PartyPortal.Web.Access;
using PartyPortal.Web.Features.People;

namespace PartyPortal.Load.Floor;

/// <summary>The list of people by one statement: what the page costs at least, behind the same sign-in, middleware and view.</summary>
[Route("floor/people"), Authorize(Policies.ReadPeople)]
public sealed class PeopleController : Controller
{
    private const string Sql = """
        SELECT p."Id", p."Name", p."Number", b."Name", p."Stage" FROM "People" AS p JOIN "Branches" AS b ON b."Id" = p."BranchId"
        ORDER BY p."NameKey", p."Id" LIMIT 31
        """;

    [HttpGet("")]
    public async Task<IActionResult> Floor()
    {
        var rows = await HttpContext.RequestServices.GetRequiredService<Ground>().ReadAsync(Sql,
            row => new PersonRow(row.GetInt32(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetString(3), (Stage)row.GetInt32(4)));
        return View("~/Features/People/People/Index.cshtml", new PeoplePage(new PeopleSearch(), rows[..PeopleSearch.PageSize], "00", []));
    }
}
