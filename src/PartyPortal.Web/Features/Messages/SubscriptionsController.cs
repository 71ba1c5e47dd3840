using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Messages;

/// <summary>Of which new notices one wants to be told. Known to nobody else.</summary>
[Route("messages/subscriptions"), Authorize(Policies.SignedIn)]
public sealed class SubscriptionsController(PortalDb db, CurrentViewer current) : Controller
{
    private string Me => current.Viewer.AccountId!;

    [HttpGet("")]
    public async Task<IActionResult> Index() =>
        View(new SubscriptionsForm { Categories = await db.CategorySubscriptions.Where(s => s.AccountId == Me).Select(s => s.Category).ToListAsync() });

    [HttpPost("")]
    public async Task<IActionResult> Index(SubscriptionsForm form)
    {
        var wanted = (form.Categories ?? []).Where(Enum.IsDefined).ToHashSet();
        var rows = await db.CategorySubscriptions.Where(s => s.AccountId == Me).ToListAsync();
        db.RemoveRange(rows.Where(s => !wanted.Contains(s.Category)));
        db.AddRange(wanted.Except(rows.Select(s => s.Category)).Select(category => new CategorySubscription(Me, category)));
        await db.SaveChangesAsync();
        return this.Done("Your choices hold from the next notice on.", nameof(Index));
    }

    [HttpPost("branches")]
    public async Task<IActionResult> Follow(FollowForm form)
    {
        if (!await db.Branches.AnyAsync(b => b.Id == form.BranchId && b.Gone == 0)) throw new RuleBrokenException("Choose an organisation from the list.") { Field = nameof(FollowForm.BranchId) };

        if (!await db.BranchSubscriptions.AnyAsync(s => s.AccountId == Me && s.BranchId == form.BranchId)) db.Add(new BranchSubscription(Me, form.BranchId!.Value));
        await db.SaveChangesAsync();
        return this.Done("You follow this organisation now.", nameof(Index));
    }

    [HttpPost("branches/{id:int}/unfollow")]
    public async Task<IActionResult> Unfollow(int id)
    {
        if (await db.BranchSubscriptions.SingleOrDefaultAsync(s => s.AccountId == Me && s.BranchId == id) is not { } row) return NotFound();

        db.Remove(row);
        await db.SaveChangesAsync();
        return this.Done("You no longer follow this organisation.", nameof(Index));
    }
}

public sealed class SubscriptionsForm : IForm
{
    [Display(Name = "Kinds of notices")]
    public List<NoticeCategory>? Categories { get; set; }
}

public sealed class FollowForm : IForm
{
    [Display(Name = "Organisation"), BranchChoice, Required]
    public int? BranchId { get; set; }
}
