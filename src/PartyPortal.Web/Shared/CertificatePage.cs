using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data;
using PartyPortal.Data.Study;
using PartyPortal.Domain;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Shared;

/// <param name="Name">The holder's.</param>
/// <param name="Done">What everybody is told who holds the paper: it stays good when what was done is changed, withdrawn or not for its holder any more.</param>
/// <param name="Code">By which it is checked.</param>
/// <param name="Address">Where it is checked.</param>
public sealed record CertificatePage(string Name, CheckedCertificate Done, string Code, string Address)
{
    public Sentence Says => Done.Hours is { } hours
        ? Sentence.Key("{0} has completed the training class “{1}” of {2} class hours.", Name, Done.Title, hours.ToString("0.#", CultureInfo.InvariantCulture))
        : Sentence.Key("{0} has done the course “{1}”.", Name, Done.Title);

    public static async Task<CertificatePage?> LoadAsync(PortalDb db, ControllerBase controller, string code) => await CheckedCertificate.FindAsync(db, code, null) is { } done
        ? new(db.Viewer.Name, done, code, SiteAddress.Origin(controller.Request) + controller.Url.Action("Details", "Certificates", new { code }))
        : null;
}
