using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Sealing;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.People;

/// <summary>
/// Imports the workbooks that were checked and sent, and takes imports back, one after the other, each in the name and the office of who asked for it.
/// Killed in the middle it begins that one again: what was not committed was not written.
/// </summary>
[Display(Name = "Import people from workbooks, and take imports back")]
internal sealed class ImportPeople(DataFolder folder, IDataProtectionProvider protection, FieldSealer sealer, CurrentSettings settings, TimeProvider clock) : IPortalJob
{
    public TimeSpan Every => TimeSpan.Zero;

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        foreach (var id in await db.PeopleImports.Where(i => i.State == ImportState.Waiting || i.State == ImportState.Running || i.State == ImportState.TakingBack).OrderBy(i => i.Id).Select(i => i.Id).ToListAsync())
        {
            db.ChangeTracker.Clear();
            await RunAsync(db, await db.PeopleImports.SingleAsync(i => i.Id == id), PortalClock.Day(now));
        }
    }

    private async Task RunAsync(PortalDb db, PeopleImport import, DateOnly today)
    {
        import.Begin();
        await db.SaveChangesAsync();
        try
        {
            if (await AskerAsync(db, import, today) is not { } asker) throw new RuleBrokenException("The office in which this was sent does not hold any more.");

            using (db.Current!.ActFor(asker)) await (import.State is ImportState.TakingBack ? TakeBackAsync(db, import) : ImportAsync(db, import, today));
        }
        catch (RuleBrokenException broken)
        {
            db.ChangeTracker.Clear();
            var failed = await db.PeopleImports.SingleAsync(i => i.Id == import.Id);
            failed.Fail(failed.State is ImportState.TakingBack || broken.Details.Length == 0 ? broken.Message : Key("Some rows have become faulty since you looked at them. Look at them again."));
            await db.SaveChangesAsync();
        }
    }

    private async Task ImportAsync(PortalDb db, PeopleImport import, DateOnly today)
    {
        var uploads = new SheetUpload(folder, protection, clock, db.Current!);
        if (uploads.Find(import.Token) is not { } workbook || uploads.FindDraft<RosterDraft>(import.Token) is not { } draft) throw new RuleBrokenException("The workbook is not here any more. Send it again.");
        if (await db.Branches.SingleOrDefaultAsync(b => b.Id == import.BranchId && b.ArchivedOn == null && b.Path.StartsWith(db.Viewer.Path)) is not { } branch) throw new RuleBrokenException("The branch is archived, or not yours any more.");

        var sheet = Roster.Read(workbook).With(draft.Mended);
        await new RosterImport(db, sheet, draft.Taking(settings.Now.CollectsIdNumbers), branch, sealer, today).RunAsync(import, workbook, ready => TellAsync(db, import, ready));
        uploads.KeepImported(import.Token);
    }

    private Task TakeBackAsync(PortalDb db, PeopleImport import) => new RosterUndo(db, sealer).RunAsync(import, ready => TellAsync(db, import, ready));

    private static Task TellAsync(PortalDb db, PeopleImport import, int ready)
    {
        import.Progress(ready);
        return db.SaveChangesAsync();
    }

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;

    /// <summary>Who sent it or takes it back, as they are now, in the office in which they asked for it; null where it does not hold any more.</summary>
    private static async Task<Viewer?> AskerAsync(PortalDb db, PeopleImport import, DateOnly today)
    {
        var (accountId, grantId) = import.State is ImportState.TakingBack ? (import.UndoneBy, import.UndoneIn) : (import.AccountId, import.GrantId);
        var grant = await db.RoleGrants.AsNoTracking().Include(g => g.Branch).SingleOrDefaultAsync(g => g.Id == grantId && g.AccountId == accountId);
        if (grant is null || !grant.HoldsOn(today)) return null;

        var viewer = new Viewer { AccountId = accountId, Acting = new ActingRole(grant.Id, grant.Role, grant.BranchId, "", grant.Branch?.Path ?? (grant.Role is Role.OrganisationOffice ? "/" : Viewer.NoPath)) };
        return viewer.May(Policies.ManagePeople) ? viewer : null;
    }
}

/// <summary>When an import can be taken back no more, it is forgotten who was in it; the audit keeps the figures.</summary>
[Display(Name = "Forget imports of people that cannot be taken back any more")]
internal sealed class ForgetImports : IPortalJob
{
    private const int AtOnce = 2_000;

    public TimeSpan Every => TimeSpan.FromHours(1);

    public async Task RunAsync(PortalDb db, DateTime now)
    {
        var oldest = PortalClock.Day(now).AddDays(-PeopleImport.DaysKept);
        db.RemoveRange(await db.ImportedPeople.Where(p => p.Import.On < oldest).OrderBy(p => p.Id).Take(AtOnce).ToListAsync());
        await db.SaveChangesAsync();
        db.RemoveRange(await db.PeopleImports.Where(i => i.On < oldest && !i.People.Any()).OrderBy(i => i.Id).Take(AtOnce).ToListAsync());
        await db.SaveChangesAsync();
    }
}
