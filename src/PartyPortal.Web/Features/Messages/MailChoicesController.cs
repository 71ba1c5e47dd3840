using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain;
using PartyPortal.Domain.Messages;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Mail;

namespace PartyPortal.Web.Features.Messages;

/// <summary>Which messages come by e-mail, each topic by itself.</summary>
[Route("messages/choices"), Authorize(Policies.SignedIn)]
public sealed class MailChoicesController(PortalDb db, CurrentViewer current, MailSettings mail) : Controller
{
    private string Me => current.Viewer.AccountId!;

    [HttpGet("")]
    public async Task<IActionResult> Index()
    {
        var chosen = await db.MailChoices.AsNoTracking().Where(c => c.AccountId == Me).ToDictionaryAsync(c => c.Topic, c => c.Rhythm);
        var me = await db.Users.AsNoTracking().SingleAsync(a => a.Id == Me);
        ViewData["Trouble"] = mail.TroubleOf(me);
        return View(new MailChoicesForm { Topics = Enum.GetValues<MessageTopic>().ToDictionary(t => t, t => chosen.GetValueOrDefault(t, t.UsualRhythm())), PrefersEnglish = me.PrefersEnglish });
    }

    [HttpPost("")]
    public async Task<IActionResult> Index(MailChoicesForm form)
    {
        var rows = await db.MailChoices.Where(c => c.AccountId == Me).ToDictionaryAsync(c => c.Topic);
        foreach (var (topic, rhythm) in form.Topics.Where(t => Enum.IsDefined(t.Key)))
        {
            if (!topic.Rhythms().Contains(rhythm)) throw new RuleBrokenException("These messages do not come in this way. Choose one of those shown.") { Field = $"Topics[{topic}]" };
            if (!rows.TryGetValue(topic, out var row)) db.Add(row = new MailChoice(Me, topic));
            row.Rhythm = rhythm;
        }

        (await db.Users.SingleAsync(a => a.Id == Me)).PrefersEnglish = form.PrefersEnglish;
        // The own account and the own choices; accounts are the portal's own rows.
        using (current.ActAsSystem()) await db.SaveChangesAsync();
        return this.Done("Your choices hold from the next message on.", nameof(Index));
    }
}

public sealed class MailChoicesForm : IForm
{
    public Dictionary<MessageTopic, MailRhythm> Topics { get; set; } = [];

    [Display(Name = "Write e-mail to me in English")]
    public bool PrefersEnglish { get; set; }
}
