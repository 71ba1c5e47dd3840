using System.Globalization;
using System.Text.RegularExpressions;

namespace PartyPortal.Domain.Study;

/// <summary>A part of a long film or recording: the second at which it begins, and its title.</summary>
public sealed partial record Chapter(int Second, string Title)
{
    /// <summary>As people write them, one a line: 03:15 The second part.</summary>
    /// <exception cref="RuleBrokenException">A line is no such line, or earlier than the one above it.</exception>
    public static IReadOnlyList<Chapter> Read(string? lines)
    {
        List<Chapter> chapters = [];
        foreach (var (line, number) in (lines ?? "").ReplaceLineEndings("\n").Split('\n').Select((line, i) => (line.Trim(), i + 1)).Where(l => l.Item1.Length > 0))
        {
            if (Line().Match(line) is not { Success: true } found) throw Bad(number, Key("Line {0}: write when the chapter begins and its title, such as 03:15 The second part."));

            var second = found.Groups.Values.Skip(1).Take(3).Aggregate(0, (sum, part) => (sum * 60) + (part.Success ? int.Parse(part.ValueSpan, CultureInfo.InvariantCulture) : 0));
            if (chapters.Count > 0 && second <= chapters[^1].Second) throw Bad(number, Key("Line {0}: this chapter does not begin after the one above it."));
            chapters.Add(new Chapter(second, found.Groups[4].Value));
        }

        return chapters;
    }

    private static RuleBrokenException Bad(int line, string sentence) => new(sentence, line) { Field = nameof(StudyContent.Chapters) };

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;

    [GeneratedRegex(@"^(?:([0-9]{1,2}):)?([0-9]{1,3}):([0-5][0-9])\s+(\S.*)$")]
    private static partial Regex Line();
}
