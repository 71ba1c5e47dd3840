using PartyPortal.Data.Accounts;
using PartyPortal.Web.Platform.Mail;

namespace PartyPortal.Web.Features.Messages;

/// <summary>Why nothing comes by e-mail at present.</summary>
public enum MailTrouble
{
    Off = 1,
    NoAddress,
    Refused,
}

internal static class MailTroubles
{
    public static MailTrouble? TroubleOf(this MailSettings mail, Account reader) => (mail.IsOn, reader) switch
    {
        (false, _) => MailTrouble.Off,
        (_, { Email: null } or { EmailConfirmed: false }) => MailTrouble.NoAddress,
        (_, { EmailRefusedOn: not null }) => MailTrouble.Refused,
        _ => null,
    };
}
