using System.Globalization;
using System.Text;
using System.Xml;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Notices;

public sealed record FeedEntry(int Id, string Title, string Branch, string Body, DateTime At);

/// <summary>An Atom feed (RFC 4287). An entry's id is its Chinese address, whatever the language of the feed.</summary>
/// <param name="Title">The feed's name.</param>
/// <param name="Origin">Scheme and host.</param>
/// <param name="Page">The page it is the feed of.</param>
/// <param name="Self">Its own address.</param>
/// <param name="Entries">Newest first.</param>
internal sealed record Feed(string Title, string Origin, string Page, string Self, IReadOnlyList<FeedEntry> Entries)
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const int ExcerptLength = 200;

    public string Write(Func<int, string> pageOf)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, CheckCharacters = false }))
        {
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, PageLanguage.Code);
            xml.WriteElementString("title", Atom, Title);
            xml.WriteElementString("id", Atom, Origin + Self);
            xml.WriteElementString("updated", Atom, Instant(Entries.Count > 0 ? Entries[0].At : DateTime.UnixEpoch));
            Link(xml, "self", Self);
            Link(xml, "alternate", Page);
            foreach (var entry in Entries) Write(xml, entry, pageOf(entry.Id));
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private void Write(XmlWriter xml, FeedEntry entry, string page)
    {
        xml.WriteStartElement("entry", Atom);
        xml.WriteElementString("title", Atom, entry.Title);
        xml.WriteElementString("id", Atom, $"{Origin}/notices/{entry.Id.ToString(CultureInfo.InvariantCulture)}");
        xml.WriteElementString("updated", Atom, Instant(entry.At));
        xml.WriteStartElement("author", Atom);
        xml.WriteElementString("name", Atom, entry.Branch);
        xml.WriteEndElement();
        Link(xml, "alternate", page);
        xml.WriteElementString("summary", Atom, RichText.Excerpt(entry.Body, ExcerptLength));
        xml.WriteEndElement();
    }

    private void Link(XmlWriter xml, string relation, string path)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", relation);
        xml.WriteAttributeString("href", Origin + path);
        xml.WriteEndElement();
    }

    private static string Instant(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
