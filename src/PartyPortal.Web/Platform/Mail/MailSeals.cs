using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using PartyPortal.Domain.Messages;

namespace PartyPortal.Web.Platform.Mail;

/// <summary>What is readable for the portal alone: a code that waits to be sent, and whose e-mail a link turns off.</summary>
public sealed class MailSeals(IDataProtectionProvider protection)
{
    private readonly IDataProtector _codes = protection.CreateProtector("PartyPortal.MailCode");
    private readonly IDataProtector _links = protection.CreateProtector("PartyPortal.Unsubscribe");

    public string SealCode(string code) => _codes.Protect(code);

    public string OpenCode(string sealedCode) => _codes.Unprotect(sealedCode);

    public string LinkFor(string accountId, IEnumerable<MessageTopic> topics) => _links.Protect($"{accountId} {string.Join(',', topics.Distinct().Select(topic => (int)topic))}");

    /// <summary>Null where the text is none of ours.</summary>
    public (string AccountId, IReadOnlyList<MessageTopic> Topics)? ReadLink(string link)
    {
        try
        {
            var parts = _links.Unprotect(link).Split(' ');
            return (parts[0], [.. parts[1].Split(',').Select(number => (MessageTopic)int.Parse(number, CultureInfo.InvariantCulture))]);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
