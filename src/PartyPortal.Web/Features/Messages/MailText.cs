using System.Text;
using Microsoft.Extensions.Localization;
using MimeKit;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Messages;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Mail;
using PartyPortal.Web.Shared.TagHelpers;

namespace PartyPortal.Web.Features.Messages;

/// <param name="Path">The page where one can do what it is about.</param>
/// <param name="Detail">A notice's title or a code; null for neither.</param>
internal sealed record MailItem(MessageKind Kind, string Path, string? Detail = null);

/// <summary>Writes an e-mail in its reader's language: what waits and where, and no name of anybody.</summary>
internal sealed class MailText(IStringLocalizer<Text> text, MailSettings settings, CurrentSettings portal, MailSeals seals)
{
    /// <param name="mark">The same at every attempt.</param>
    public MimeMessage Write(Account reader, Guid mark, IReadOnlyList<MailItem> items, DateTime now) =>
        PageLanguage.Write(reader.PrefersEnglish, () => Compose(reader, mark, items, now));

    private MimeMessage Compose(Account reader, Guid mark, IReadOnlyList<MailItem> items, DateTime now)
    {
        var site = SiteIdentity.Of(portal.Now).Name;
        var topics = items.Select(i => i.Kind.Topic()).OfType<MessageTopic>().Distinct().ToList();
        var mail = new MimeMessage
        {
            MessageId = $"{mark:N}@{new Uri(settings.Origin!).Host}",
            Date = new DateTimeOffset(now, TimeSpan.Zero),
            Subject = $"[{site}] {(items.Count == 1 ? text.Word(items[0].Kind) : text["{0} messages wait for you", items.Count].Value)}",
            Body = new TextPart("plain") { Text = Body(reader, site, items, topics) },
        };
        mail.From.Add(MailboxAddress.Parse(settings.From!));
        mail.To.Add(new MailboxAddress(null, reader.Email!));
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        if (topics.Count == 0) return mail;

        mail.Headers.Add(HeaderId.ListUnsubscribe, $"<{Link($"/messages/unsubscribe/{seals.LinkFor(reader.Id, topics)}")}>");
        mail.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
        return mail;
    }

    private string Body(Account reader, string site, IReadOnlyList<MailItem> items, List<MessageTopic> topics)
    {
        var body = new StringBuilder();
        foreach (var item in items)
        {
            body.AppendLine(text.Word(item.Kind));
            if (item.Detail is { } detail) body.AppendLine(detail);
            body.AppendLine(Link(item.Path)).AppendLine();
        }

        body.AppendLine("-- ").AppendLine(text["From {0}. Please do not answer: nobody reads what comes back.", site]);
        if (topics.Count == 0) return body.AppendLine(text["You get this because somebody named your address there. If it was not you, you need do nothing."]).ToString();

        body.AppendLine(text["Choose which messages come by e-mail: {0}", Link("/messages/choices")]);
        return body.AppendLine(text["No more e-mail about this: {0}", Link($"/messages/unsubscribe/{seals.LinkFor(reader.Id, topics)}")]).ToString();
    }

    private string Link(string path) => settings.Origin + (PageLanguage.IsChinese ? "" : "/en") + path;
}
