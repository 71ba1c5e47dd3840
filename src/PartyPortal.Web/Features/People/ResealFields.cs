using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Sealing;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Features.People;

/// <summary>
/// After a new key, seals anew what older keys sealed, some rows each time. Broken off, it goes on after the next start; once through,
/// it rests until then, because what is saved meanwhile is sealed by the key in use.
/// </summary>
[Display(Name = "Seal fields anew after a change of keys")]
internal sealed class ResealFields(FieldSealer sealer) : IPortalJob
{
    private const int AtOnce = 100;

    private int _after;
    private bool _isThrough;

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        if (_isThrough) return;

        var (after, prefix) = (_after, sealer.ActivePrefix);
        var people = await db.People.Where(p => p.Id > after)
            .Where(p => (p.PhoneSealed != null && p.PhoneSealed.Substring(0, 4) != prefix) || (p.IdNumberSealed != null && p.IdNumberSealed.Substring(0, 4) != prefix))
            .OrderBy(p => p.Id).Take(AtOnce).ToListAsync();
        foreach (var person in people) Reseal(person);
        await db.SaveChangesAsync();

        if (people.Count > 0) _after = people[^1].Id;
        _isThrough = people.Count < AtOnce;
    }

    // A field that was changed outside the portal stays as it is: its own page says so.
    private void Reseal(Person person)
    {
        try
        {
            person.Reseal(sealer);
        }
        catch (RuleBrokenException)
        {
        }
    }
}
