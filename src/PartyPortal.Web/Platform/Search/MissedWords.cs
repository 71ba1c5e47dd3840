using System.Collections.Concurrent;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Help;

namespace PartyPortal.Web.Platform.Search;

/// <summary>
/// Words for which the help had nothing, until a job takes them: a look at a page writes nothing. Without who asked and when, and without what looks
/// like a person's name or number. Lost when the portal stops.
/// </summary>
public sealed class MissedWords
{
    private const int Most = 1000;

    private readonly ConcurrentDictionary<string, int> _times = new(StringComparer.Ordinal);

    public void Note(string words)
    {
        var tidy = words.Trim().ToLowerInvariant();
        if (tidy.Length is 0 or > MissedSearch.WordsMaxLength || tidy.Any(char.IsControl) || HoldsNumber(tidy) || SenderTraces.In(tidy).Count > 0) return;
        if (_times.Count < Most || _times.ContainsKey(tidy)) _times.AddOrUpdate(tidy, 1, (_, times) => times + 1);
    }

    /// <summary>What came since it was taken last.</summary>
    public IReadOnlyDictionary<string, int> Take()
    {
        Dictionary<string, int> taken = [];
        foreach (var words in _times.Keys)
        {
            if (_times.TryRemove(words, out var times)) taken[words] = times;
        }

        return taken;
    }

    private static bool HoldsNumber(string words) => words.Count(char.IsDigit) > 4;
}
