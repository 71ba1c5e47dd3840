using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace PartyPortal.Domain.Study;

/// <summary>What is said, and when it begins; null where only the words are known.</summary>
public sealed record SpokenLine(TimeSpan? From, string Words);

/// <summary>
/// Captions of a film or recording as WebVTT, read far enough that a player shows each of them: the header, times in order, words. SubRip is taken too
/// and becomes WebVTT. The first bad line is named.
/// </summary>
public sealed partial class Captions
{
    private const string Header = "WEBVTT";
    private const string Arrow = "-->";
    private static readonly string[] Asides = ["NOTE", "STYLE", "REGION"];

    private readonly string[] _lines;
    private readonly int _added;
    private readonly List<SpokenLine> _spoken = [];
    private TimeSpan _latest;

    private Captions(string text)
    {
        _lines = [.. text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())];
        if (!IsOf(_lines[0], Header)) (_lines, _added) = FromSubRip();
        RefuseTimesIn(0);
        for (var at = After(0); at < _lines.Length; at = After(at)) at = ReadBlock(at);
        if (_spoken.Count == 0) throw Bad(0, Key("Line {0}: no caption stands below it."));
    }

    /// <summary>As a player reads it.</summary>
    public string Text => string.Join('\n', _lines);

    /// <summary>What is said, a caption a line.</summary>
    public IReadOnlyList<SpokenLine> Spoken => _spoken;

    /// <summary>The same as plain text.</summary>
    public string Transcript => string.Join('\n', _spoken.Select(line => line.Words));

    /// <exception cref="RuleBrokenException">A line is not as a player needs it.</exception>
    public static Captions Read(string text) => new(text);

    private (string[] Lines, int Added) FromSubRip()
    {
        var first = Array.FindIndex(_lines, line => line.Length > 0);
        if (first < 0 || !_lines[first].All(char.IsAsciiDigit) || first + 1 == _lines.Length || !HasTimes(first + 1)) throw Bad(Math.Max(first, 0), Key("Line {0}: captions begin with the line WEBVTT."));

        return ([Header, "", .. _lines[first..].Select(line => line.Contains(Arrow, StringComparison.Ordinal) ? line.Replace(',', '.') : line)], 2 - first);
    }

    /// <summary>The first line behind this block and behind the empty lines that end it.</summary>
    private int After(int at)
    {
        while (at < _lines.Length && _lines[at].Length > 0) at++;
        while (at < _lines.Length && _lines[at].Length == 0) at++;
        return at;
    }

    /// <returns>A line within the block.</returns>
    private int ReadBlock(int at)
    {
        if (Asides.Any(word => IsOf(_lines[at], word))) return at;

        // A caption may have a name or a number above its times.
        if (!HasTimes(at)) at++;
        if (at == _lines.Length || !HasTimes(at)) throw Bad(at - 1, Key("Line {0}: no time belongs to this."));

        ReadTimes(at);
        RefuseTimesIn(at + 1);
        var words = string.Join(' ', _lines.Skip(at + 1).TakeWhile(line => line.Length > 0).Select(Plain)).Trim();
        if (words.Length > 0) _spoken.Add(new SpokenLine(_latest, words));
        return at;
    }

    private void ReadTimes(int at)
    {
        if (Times().Match(_lines[at]) is not { Success: true } times) throw Bad(at, Key("Line {0}: write the times as 00:01:05.000 --> 00:01:09.500."));

        var (from, to) = (TimeOf(times, 1), TimeOf(times, 5));
        if (to <= from) throw Bad(at, Key("Line {0}: this caption ends before it begins."));
        if (from < _latest) throw Bad(at, Key("Line {0}: this caption begins before the one above it."));
        _latest = from;
    }

    /// <summary>Without an empty line between them a player takes the next caption for words of this one.</summary>
    private void RefuseTimesIn(int at)
    {
        for (; at < _lines.Length && _lines[at].Length > 0; at++)
            if (HasTimes(at)) throw Bad(at, Key("Line {0}: an empty line must stand above this caption."));
    }

    private bool HasTimes(int at) => _lines[at].Contains(Arrow, StringComparison.Ordinal);

    private RuleBrokenException Bad(int at, string sentence) => new(sentence, at + 1 - _added) { Field = nameof(StudyContent.Captions) };

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;

    private static bool IsOf(string line, string word) => line.StartsWith(word, StringComparison.Ordinal) && (line.Length == word.Length || line[word.Length] is ' ' or '\t');

    private static TimeSpan TimeOf(Match times, int group)
    {
        return new TimeSpan(0, Part(0), Part(1), Part(2), Part(3));

        int Part(int number) => times.Groups[group + number] is { Success: true } digits ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 0;
    }

    /// <summary>Without marks of looks; who speaks stands before the words.</summary>
    private static string Plain(string line) => WebUtility.HtmlDecode(Mark().Replace(Voice().Replace(line, "$1: "), "")).Trim();

    [GeneratedRegex(@"^\s*(?:([0-9]{2,4}):)?([0-5][0-9]):([0-5][0-9])\.([0-9]{3})[ \t]+-->[ \t]+(?:([0-9]{2,4}):)?([0-5][0-9]):([0-5][0-9])\.([0-9]{3})(?:[ \t].*)?$")]
    private static partial Regex Times();

    [GeneratedRegex(@"<v(?:\.[^\s>]*)?\s+([^>]+)>")]
    private static partial Regex Voice();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Mark();
}
