using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyPortal.Domain.Regulations;

/// <summary>A part of a text in which somebody quotes regulations.</summary>
/// <param name="Text">As it was written.</param>
/// <param name="Regulation">The one of the shelf that it quotes; null where it quotes none.</param>
/// <param name="Article">The article, where the shelf has it.</param>
public sealed partial record Quotation(string Text, Regulation? Regulation = null, Article? Article = null)
{
    private static readonly char[] Between = [' ', ',', ';', '.', '，', '；', '、', '。'];

    /// <summary>The text in its parts, one for each regulation of the shelf that it names. Together they are the text.</summary>
    public static IReadOnlyList<Quotation> Of(string text)
    {
        var named = RegulationShelf.All.Select(r => (Regulation: r, At: Begin(text, r))).Where(found => found.At >= 0).OrderBy(found => found.At).ToList();
        List<Quotation> parts = [];
        if (named.Count == 0 || named[0].At > 0) parts.Add(new(text[..(named.Count == 0 ? text.Length : named[0].At)]));
        for (var i = 0; i < named.Count; i++)
        {
            var part = text[named[i].At..(i + 1 < named.Count ? named[i + 1].At : text.Length)];
            var quoted = part[..NextTitle(part)].TrimEnd(Between);
            parts.Add(new(quoted, named[i].Regulation, named[i].Regulation.Find(ArticleIn(quoted))));
            if (quoted.Length < part.Length) parts.Add(new(part[quoted.Length..]));
        }

        return parts;
    }

    /// <summary>Where the title begins, its opening bracket included; -1 where it is not named.</summary>
    private static int Begin(string text, Regulation regulation)
    {
        var at = text.IndexOf(regulation.Words, StringComparison.Ordinal);
        if (at < 0) return text.IndexOf(regulation.Called, StringComparison.OrdinalIgnoreCase);

        var bracket = text.LastIndexOf('《', at);
        return bracket >= 0 && text.IndexOf('》', bracket, at - bracket) < 0 ? bracket : at;
    }

    /// <summary>Where a title begins behind the first one: the shelf has it not, or another part would begin there.</summary>
    private static int NextTitle(string part) => part.IndexOf('《', 1) is > 0 and var next ? next : part.Length;

    private static int? ArticleIn(string text) => ArticleNumber().Match(text) is { Success: true } found
        ? found.Groups["digits"] is { Success: true } digits ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : Number(found.Groups["words"].Value)
        : null;

    /// <summary>二十, 一百零三: below a thousand, as articles are numbered.</summary>
    private static int Number(string words)
    {
        var (sum, digit) = (0, 0);
        foreach (var word in words)
        {
            if (word is '百' or '十') (sum, digit) = (sum + (Math.Max(1, digit) * (word is '百' ? 100 : 10)), 0);
            else digit = Math.Max(0, "零一二三四五六七八九".IndexOf(word, StringComparison.Ordinal));
        }

        return sum + digit;
    }

    [GeneratedRegex(@"第\s*(?:(?<digits>[0-9]{1,3})|(?<words>[零一二三四五六七八九十百]{1,7}))\s*条|article\s+(?<digits>[0-9]{1,3})\b", RegexOptions.IgnoreCase)]
    private static partial Regex ArticleNumber();
}
