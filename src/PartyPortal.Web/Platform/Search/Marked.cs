using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace PartyPortal.Web.Platform.Search;

/// <summary>A text with the words in it marked that were asked for. It is plain until it is written, and encoded then, piece by piece.</summary>
internal sealed class Marked : IHtmlContent
{
    private const int Before = 30;
    private const int Length = 120;

    private readonly string _text;
    private readonly bool[] _isMarked;

    private Marked(string text, IReadOnlyList<string> words)
    {
        (_text, _isMarked) = (text, new bool[text.Length]);
        var folded = Folded.Of(text);
        foreach (var word in words)
            for (var at = folded.IndexOf(word, StringComparison.Ordinal); at >= 0; at = folded.IndexOf(word, at + 1, StringComparison.Ordinal)) Mark(at, word.Length);
    }

    /// <summary>Where a word is not there as such, the characters that it spells are marked.</summary>
    public static Marked Title(string title, IReadOnlyList<string> words)
    {
        var (marked, folded) = (new Marked(title, words), Folded.Of(title));
        foreach (var word in words.Where(w => w.Length > 1 && w.All(char.IsAsciiLetterOrDigit) && !folded.Contains(w, StringComparison.Ordinal)))
            for (var at = 0; at < title.Length; at++) marked.Mark(at, Folded.Spelled(title, at, word));

        return marked;
    }

    /// <summary>The neighbourhood of the first word found, or the beginning.</summary>
    public static Marked Excerpt(string text, IReadOnlyList<string> words)
    {
        var folded = Folded.Of(text);
        var first = words.Select(word => folded.IndexOf(word, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(0).Min();
        var (begin, end) = (Whole(text, first <= Before ? 0 : first - Before), Whole(text, Math.Min(text.Length, Math.Max(first - Before, 0) + Length)));
        return new Marked($"{(begin > 0 ? "…" : "")}{text[begin..end]}{(end < text.Length ? "…" : "")}", words);
    }

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        for (int from = 0, to; from < _text.Length; from = to)
        {
            for (to = from + 1; to < _text.Length && _isMarked[to] == _isMarked[from];) to++;
            if (_isMarked[from]) writer.Write("<mark>");
            encoder.Encode(writer, _text, from, to - from);
            if (_isMarked[from]) writer.Write("</mark>");
        }
    }

    private void Mark(int at, int length) => _isMarked.AsSpan(at, length).Fill(true);

    /// <summary>Not between the two halves of a character.</summary>
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
