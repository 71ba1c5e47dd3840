using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Messages;
using PartyPortal.Web.Features.Messages;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Jobs;
using PartyPortal.Web.Platform.Robots;

namespace PartyPortal.Web.Tests.Harness;

/// <summary>A host and a database of its own, with a mail server beside it.</summary>
public sealed class MailPortal : Portal
{
    public const string Origin = "http://party.example.edu";

    public MailPortal()
    {
        With("Portal:Mail:Host", "127.0.0.1").With("Portal:Mail:Port", $"{Smtp.Port}").With("Portal:Mail:Tls", "None").With("Portal:Mail:Seconds", "2");
        With("Portal:Mail:From", "portal@party.example.edu");
        With("Portal:PublicAddress", Origin);
    }

    public SmtpSink Smtp { get; } = new();

    public Task SendAsync() => InDbAsync(db => Services.GetServices<IPortalJob>().OfType<SendMail>().Single().RunAsync(db, Clock.UtcNow()));

    public Task DeliverAsync() => InDbAsync(db => new DeliverMessages(new RobotSettings()).RunAsync(db, Clock.UtcNow()));

    /// <summary>Gives somebody an address, confirmed already.</summary>
    public async Task<string> GiveAddressAsync(Browser owner, bool isConfirmed = true, bool english = false)
    {
        var address = $"{Unique("reader")}@mail.example.edu";
        await InDbAsync(async db =>
        {
            var account = await db.Users.SingleAsync(a => a.Id == owner.AccountId);
            account.ProposeEmail(address);
            if (isConfirmed) account.ConfirmEmail();
            account.PrefersEnglish = english;
            await db.SaveChangesAsync();
        });
        return address;
    }

    public Task<List<Delivery>> DeliveriesAsync(Browser to) => InDbAsync(db => db.Deliveries.AsNoTracking().Where(d => d.AccountId == to.AccountId).OrderBy(d => d.Id).ToListAsync());

    public override async ValueTask DisposeAsync()
    {
        Smtp.Dispose();
        await base.DisposeAsync();
    }
}
