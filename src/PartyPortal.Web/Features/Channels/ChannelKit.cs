using AngleSharp.Html.Parser;
using PartyPortal.Domain.Notices;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Channels;

/// <summary>A public notice for each channel. Nothing stands in it that the notice does not say itself.</summary>
/// <param name="Address">Where everybody reads it.</param>
/// <param name="Pictures">The addresses of the pictures without a description.</param>
public sealed record ChannelKit(Notice Notice, string Address, string WeChat, ShortText Short, string Plain, IReadOnlyList<string> Pictures)
{
    public static ChannelKit Of(Notice notice, string address, string origin, int most)
    {
        var body = new HtmlParser().ParseDocument(RichText.Clean(notice.Body)).Body!;
        return new ChannelKit(notice, address,
            WeChatArticle.Write(body, notice.Branch.Name, address, origin),
            ShortText.Of(notice, address, most),
            $"{notice.Title}\n{notice.Branch.Name} {PortalClock.Day(notice.PublishAt):yyyy-MM-dd}\n\n{PlainArticle.Write(body)}\n\n{address}",
            [.. body.QuerySelectorAll("img").Where(picture => string.IsNullOrWhiteSpace(picture.GetAttribute("alt"))).Select(picture => picture.GetAttribute("src") ?? "")]);
    }
}

/// <summary>A text of few characters, as a microblog takes it. Each character counts as one, whatever the script.</summary>
public sealed record ShortText(string Text, int Most)
{
    /// <summary>As a browser counts, where an end of line is one character.</summary>
    public int Count => Text.ReplaceLineEndings("\n").EnumerateRunes().Count();

    public bool IsTooLong => Count > Most;

    public static ShortText Of(Notice notice, string address, int most)
    {
        var (begin, end) = ($"【{notice.Title}】", $" {address}");
        var room = most - begin.Length - end.Length - 1;
        return new ShortText(begin + (room > 0 ? RichText.Excerpt(notice.Body, room) : "") + end, most);
    }
}

/// <summary>What somebody made of the short text.</summary>
public sealed class ShortTextForm
{
    public string? Text { get; set; }
}

/// <summary>One page to hang up: the title, the beginning, and a square that opens the notice.</summary>
public sealed record Poster(Notice Notice, string Address)
{
    private const int ExcerptLength = 280;

    public string Excerpt => RichText.Excerpt(Notice.Body, ExcerptLength);
}
