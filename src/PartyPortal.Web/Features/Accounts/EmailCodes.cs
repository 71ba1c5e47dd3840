using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Messages;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Mail;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>Sends the code for an address by e-mail, where the portal sends any. Until then the code waits encrypted; of its slip there is only the hash.</summary>
public sealed class EmailCodes(PortalDb db, MailSettings mail, MailSeals seals, CurrentSettings settings, TimeProvider clock)
{
    public async Task SendAsync(Account account)
    {
        if (!mail.IsOn) return;

        // Those on their way hold a code that is void now.
        db.RemoveRange(await db.Deliveries.Where(d => d.AccountId == account.Id && d.Kind == MessageKind.ConfirmAddress && d.State == DeliveryState.Waiting).ToListAsync());
        var (code, _) = await new SlipBook(db, clock).IssueAsync(account, SlipKind.Email, settings.Now);
        db.Add(new Delivery(Channel.Mail, MessageKind.ConfirmAddress, $"code:{Guid.NewGuid():N}", clock.UtcNow()) { AccountId = account.Id, Sealed = seals.SealCode(code) });
    }
}
