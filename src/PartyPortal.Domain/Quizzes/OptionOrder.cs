using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace PartyPortal.Domain.Quizzes;

/// <summary>
/// In which order an attempt shows what can be chosen: by chance, and always the same for this attempt. Answers keep the numbers of the author's order, so
/// that saving and marking know nothing of it. Where a question speaks of places, as in “all of the above”, the author's order stays.
/// </summary>
public static partial class OptionOrder
{
    /// <returns>The numbers of the options, from 1 on.</returns>
    public static IReadOnlyList<int> Of(Question question, int attemptId)
    {
        var numbers = Enumerable.Range(1, question.Options.Count);
        return [.. SpeaksOfPlaces(question) ? numbers : numbers.OrderBy(number => Chance($"{attemptId}/{question.Id}/{number}"))];
    }

    /// <summary>A hash and no generator: the same on every machine, under every version.</summary>
    private static ulong Chance(string what) => BinaryPrimitives.ReadUInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(what)));

    private static bool SpeaksOfPlaces(Question question) => new[] { question.Text, question.OptionLines, question.Explanation }.Any(words => Places().IsMatch(words ?? ""));

    [GeneratedRegex("以上|上述|选项|[前后第][一二两三四五六七八九十0-9]+[项个]|[A-J]\\s?[项和、]|(?:of the|the two|both) above|(?:option|answer)s? [A-J1-9]\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Places();
}
