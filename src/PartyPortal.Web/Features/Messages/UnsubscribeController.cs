using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Messages;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Mail;

namespace PartyPortal.Web.Features.Messages;

/// <summary>The link in an e-mail that turns its topic off, without signing in. Mail programs press it themselves (RFC 8058), so it wants no token but the link.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, Route("messages/unsubscribe/{link}"), EnableRateLimiting(RateLimits.Code)]
public sealed class UnsubscribeController(PortalDb db, CurrentViewer current, MailSeals seals) : Controller
{
    [HttpGet("")]
    public IActionResult Index(string link) => seals.ReadLink(link) is { } read ? View(new UnsubscribePage(read.Topics, IsDone: false)) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> TurnOff(string link)
    {
        if (seals.ReadLink(link) is not var (account, topics)) return NotFound();

        // The sealed link stands for its receiver, who is not signed in.
        using var system = current.ActAsSystem();
        var rows = await db.MailChoices.Where(c => c.AccountId == account).ToDictionaryAsync(c => c.Topic);
        foreach (var topic in topics)
        {
            if (!rows.TryGetValue(topic, out var row)) db.Add(row = new MailChoice(account, topic));
            row.Rhythm = MailRhythm.Off;
        }

        await db.SaveChangesAsync();
        // No redirect: a mail program would take it for a failure.
        return View(nameof(Index), new UnsubscribePage(topics, IsDone: true));
    }
}

public sealed record UnsubscribePage(IReadOnlyList<MessageTopic> Topics, bool IsDone);
