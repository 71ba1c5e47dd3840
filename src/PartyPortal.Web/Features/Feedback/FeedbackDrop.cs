using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Feedback;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Feedback;

/// <summary>Takes a message in, once, and finds it again by its code. Looks at nothing of the request but the form.</summary>
internal sealed class FeedbackDrop(PortalDb db, CurrentViewer current, CurrentSettings settings)
{
    /// <returns>The receipt code.</returns>
    public async Task<string> TakeAsync(FeedbackForm form)
    {
        if (form.Sign() is null) await PointOutAsync(form.Text, form.SendAsItIs);
        var code = ReceiptCode.Of(form.FormKey == Guid.Empty ? Guid.NewGuid() : form.FormKey);
        try
        {
            await SaveAsync(form, code);
        }
        catch (DbUpdateException taken) when (db.IsDuplicate(taken))
        {
            db.ChangeTracker.Clear();
            if (await IsSameAsync(code, form.Text)) return code;

            // The form was gone back to and holds other words: they are a message of their own.
            code = ReceiptCode.Of(Guid.NewGuid());
            await SaveAsync(form, code);
        }

        return code;
    }

    /// <summary>The message of a code, to be read and changed. The code is the sender's right to it.</summary>
    public async Task<FeedbackItem> FindAsync(string code)
    {
        var hash = ReceiptCode.HashOf(code);
        // A stranger sees no feedback; whoever holds the code sees this one.
        using (current.ActAsSystem())
        {
            return await db.FeedbackItems.Include(f => f.Handling.Parent).Include(f => f.MergedInto).SingleOrDefaultAsync(f => f.CodeHash == hash)
                ?? throw new RuleBrokenException("No message is found under this code. Check each character and try again.") { Field = nameof(ReceiptForm.Code) };
        }
    }

    /// <summary>The pictures of a message that was found under its code.</summary>
    public async Task<List<byte[]>> PicturesAsync(FeedbackItem item)
    {
        // As the message itself: a stranger sees none, whoever holds its code does.
        using (current.ActAsSystem()) return await db.PicturesOfAsync(item.Id);
    }

    /// <summary>Tells the writer of an anonymous text once that it seems to name its writer. Nothing of this is kept.</summary>
    public async Task PointOutAsync(string? text, bool isKnown)
    {
        if (isKnown || string.IsNullOrWhiteSpace(text)) return;

        var number = current.Viewer.IsSignedIn ? await db.OwnRecord().Select(p => p.Number).SingleOrDefaultAsync() : null;
        if (SenderTraces.In(text, current.Viewer.Name, number) is not { Count: > 0 } traces) return;

        throw new RuleBrokenException("The text seems to tell who you are: {0}. Change it, or tick this box and send it again.", string.Join("; ", traces)) { Field = nameof(FeedbackForm.SendAsItIs) };
    }

    public Task<FeedbackClock> ClockAsync() => db.FeedbackClockAsync(settings.Now, current.Clock.Today());

    /// <summary>Saves a message that was found under its code: the marker itself allows adding only.</summary>
    public async Task SaveAsync()
    {
        // The code has shown the right to this row before it was loaded.
        using (current.ActAsSystem()) await db.SaveChangesAsync();
    }

    private async Task SaveAsync(FeedbackForm form, string code)
    {
        var branch = await db.Branches.SingleOrDefaultAsync(b => b.Id == form.BranchId && b.Gone == 0)
            ?? throw new RuleBrokenException("Choose an organisation from the list.") { Field = nameof(FeedbackForm.BranchId) };
        var topic = form.TopicId is not { } id ? null : await db.FeedbackTopics.Include(t => t.Office).SingleOrDefaultAsync(t => t.Id == id)
            ?? throw new RuleBrokenException("Choose a topic from the list.") { Field = nameof(FeedbackForm.TopicId) };
        var route = await RouteAsync([.. branch.PathIds, .. topic?.Office?.PathIds ?? []], form.About, form.GoesAbove);
        var item = new FeedbackItem(form.Kind!.Value, form.Text, branch, form.About, form.Sign(), ReceiptCode.HashOf(code), await ClockAsync(), topic, route) { MayBeTold = form.MayBeTold };
        db.Add(item);
        db.AddRange((await SentPictures.DrawnAsync(form.Pictures ?? [])).Select(jpeg => new FeedbackPicture(item, jpeg)));
        await db.SaveChangesAsync();
    }

    /// <summary>Who holds which office in these organisations, which are all that the message may pass on its way up.</summary>
    private async Task<FeedbackRoute> RouteAsync(List<int> branches, Role? about, bool goesAbove)
    {
        var today = current.Clock.Today();
        await db.Branches.Where(b => branches.Contains(b.Id)).LoadAsync();
        var grants = (await db.RoleGrants.AsNoTracking().Where(g => g.BranchId != null && branches.Contains(g.BranchId.Value)).ToListAsync()).Where(g => g.HoldsOn(today)).ToList();
        return new FeedbackRoute((handler, seat) => grants.Any(g => g.BranchId == handler.Id && g.Role is Role.Secretary or Role.GeneralBranchSecretary
            && ((about is null && !goesAbove) || !grants.Exists(other => other.BranchId == seat.Id && other.AccountId == g.AccountId))))
        { GoesAbove = goesAbove };
    }

    private async Task<bool> IsSameAsync(string code, string text) => (await FindAsync(code)).Text == text.Trim();
}
