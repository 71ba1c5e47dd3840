using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using PartyPortal.Domain.Messages;

namespace PartyPortal.Web.Platform.Mail;

/// <summary>How the server took a message; no trouble means that it took it.</summary>
/// <param name="IsFinal">Trying again is useless.</param>
/// <param name="IsBroken">The line is gone, perhaps after the message had arrived.</param>
internal sealed record MailOutcome(DeliveryTrouble? Trouble = null, bool IsFinal = false, bool IsBroken = false);

/// <summary>One connection to the mail server.</summary>
internal sealed class MailLine(MailSettings settings) : IAsyncDisposable
{
    // Revocation is asked for at addresses on the Internet, which a campus network may not reach; the certificate itself is checked.
    private readonly SmtpClient _client = new() { CheckCertificateRevocation = false };

    /// <returns>What stands in the way; null when the server is ready.</returns>
    public async Task<DeliveryTrouble?> OpenAsync()
    {
        try
        {
            using var patience = Patience();
            await _client.ConnectAsync(settings.Host!, settings.Port, Security, patience.Token);
            if (settings.User is { Length: > 0 } user) await _client.AuthenticateAsync(user, settings.Password ?? "", patience.Token);
            return null;
        }
        catch (Exception failure) when (TroubleOf(failure) is not null)
        {
            return TroubleOf(failure);
        }
    }

    public async Task<MailOutcome> SendAsync(MimeMessage mail)
    {
        try
        {
            using var patience = Patience();
            await _client.SendAsync(mail, patience.Token);
            return new MailOutcome();
        }
        catch (SmtpCommandException refusal)
        {
            return OutcomeOf(refusal);
        }
        catch (Exception failure) when (TroubleOf(failure) is not null)
        {
            return new MailOutcome(TroubleOf(failure), IsBroken: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            using var patience = Patience();
            await _client.DisconnectAsync(quit: true, patience.Token);
        }
        catch (Exception failure) when (TroubleOf(failure) is not null)
        {
            // Said or not, the line is closed.
        }

        _client.Dispose();
    }

    private SecureSocketOptions Security => settings.Tls switch
    {
        MailTls.Implicit => SecureSocketOptions.SslOnConnect,
        MailTls.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    private CancellationTokenSource Patience() => new(TimeSpan.FromSeconds(settings.Seconds));

    private static MailOutcome OutcomeOf(SmtpCommandException refusal) => (refusal.ErrorCode, (int)refusal.StatusCode >= 500) switch
    {
        (SmtpErrorCode.SenderNotAccepted, _) => new(DeliveryTrouble.SignInRefused),
        (SmtpErrorCode.RecipientNotAccepted, true) => new(DeliveryTrouble.AddressRefused, IsFinal: true),
        (_, true) => new(DeliveryTrouble.MessageRefused, IsFinal: true),
        _ => new(DeliveryTrouble.Later),
    };

    private static DeliveryTrouble? TroubleOf(Exception failure) => failure switch
    {
        OperationCanceledException or TimeoutException => DeliveryTrouble.NoAnswer,
        AuthenticationException or ServiceNotAuthenticatedException or NotSupportedException => DeliveryTrouble.SignInRefused,
        SmtpCommandException => DeliveryTrouble.Later,
        SocketException or IOException or SmtpProtocolException or SslHandshakeException or ServiceNotConnectedException => DeliveryTrouble.Unreachable,
        _ => null,
    };
}
