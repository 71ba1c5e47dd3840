using System.Globalization;
using System.Text.RegularExpressions;
using PartyPortal.Domain.Quizzes;

namespace PartyPortal.Web.Features.Quizzes.Formats;

/// <summary>What stands between the braces of a question in GIFT, its escaped signs still out of the way.</summary>
internal sealed partial class GiftAnswers
{
    private const string BeforeGeneral = "####";

    private readonly string _format;
    private readonly string _text;

    public GiftAnswers(string text, string format)
    {
        var at = text.LastIndexOf(BeforeGeneral, StringComparison.Ordinal);
        (_format, _text) = (format, (at < 0 ? text : text[..at]).Trim());
        General = at < 0 ? "" : Words(text[(at + BeforeGeneral.Length)..]);
        (Kind, Type) = Judge();
        All = Kind is QuestionKind.Single or QuestionKind.Multiple ? [.. Pieces().Select(p => Answer(p.Mark, p.Text))]
            : Kind is QuestionKind.FillIn ? [.. Pieces().Select(p => Answer('=', p.Text))] : [];
    }

    /// <summary>Null where the bank has no such kind.</summary>
    public QuestionKind? Kind { get; }

    /// <summary>As Moodle calls it.</summary>
    public string Type { get; }

    public string General { get; }

    public IReadOnlyList<ForeignAnswer> All { get; }

    public bool IsTrue => TrueOrFalse().Match(_text).Groups[1].Value[0] == 'T';

    /// <summary>What was said to those who judged wrongly and rightly.</summary>
    public IEnumerable<(string Answer, string Feedback)> OfTrueAndFalse
    {
        get
        {
            var said = _text.Split('#').Skip(1).Select(Words).ToList();
            return [(IsTrue ? "错" : "对", said.ElementAtOrDefault(0) ?? ""), (IsTrue ? "对" : "错", said.ElementAtOrDefault(1) ?? "")];
        }
    }

    private (QuestionKind?, string) Judge() => _text switch
    {
        "" => (QuestionKind.ShortAnswer, "essay"),
        ['#', ..] => (null, "numerical"),
        _ when _text.Contains('~', StringComparison.Ordinal) => (_text.Contains('=', StringComparison.Ordinal) ? QuestionKind.Single : QuestionKind.Multiple, "multichoice"),
        // Pairs have no weights.
        _ when _text.Contains('=', StringComparison.Ordinal) && _text.Contains("->", StringComparison.Ordinal) && !_text.Contains("=%", StringComparison.Ordinal) => (null, "matching"),
        _ when TrueOrFalse().IsMatch(_text) => (QuestionKind.TrueFalse, "truefalse"),
        _ => (QuestionKind.FillIn, "shortanswer"),
    };

    private IEnumerable<(char Mark, string Text)> Pieces() => Piece().Matches(_text)
        .Select(piece => piece.Value[0] is '~' or '=' ? (piece.Value[0], piece.Value[1..].Trim()) : ('~', piece.Value.Trim())).Where(piece => piece.Item2.Length > 0);

    private ForeignAnswer Answer(char mark, string text)
    {
        var weighed = Weight().Match(text);
        var bits = (weighed.Success ? text[weighed.Length..] : text).Split('#', 2);
        var weight = weighed.Success ? decimal.Parse(weighed.Groups[1].Value, NumberStyles.Number, CultureInfo.InvariantCulture) : mark == '=' ? 100 : 0;
        return new ForeignAnswer(Words(bits[0]), weight, bits.Length > 1 ? Words(bits[1]) : "");
    }

    private string Words(string text)
    {
        var (format, words) = Gift.Formatted(text, _format);
        return Gift.Plain(words, format);
    }

    [GeneratedRegex("[~=]?[^~=]+")]
    private static partial Regex Piece();

    [GeneratedRegex(@"^%(-?[0-9]{1,3}(?:\.[0-9]+)?)%")]
    private static partial Regex Weight();

    [GeneratedRegex(@"^(T|TRUE|F|FALSE)\s*(?:#|$)")]
    private static partial Regex TrueOrFalse();
}
