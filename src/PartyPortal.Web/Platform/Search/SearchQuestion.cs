using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Search;

namespace PartyPortal.Web.Platform.Search;

public enum SearchOrder
{
    [Display(Name = "Best first")]
    Best = 1,

    [Display(Name = "Newest first")]
    Newest,
}

/// <summary>What the search is asked for.</summary>
public sealed class SearchQuestion
{
    public const int WordsMaxLength = 100;

    private string _words = "";

    /// <summary>What is longer is cut, not refused.</summary>
    [Display(Name = "Search words")]
    public string? Words
    {
        get => _words;
        set => _words = value?.Trim() is { } words ? words[..Math.Min(words.Length, WordsMaxLength)] : "";
    }

    [Display(Name = "Where")]
    public SearchKind? Kind { get; set; }

    [Display(Name = "Order")]
    public SearchOrder? Order { get; set; }

    public string? After { get; set; }

    /// <summary>Each must occur.</summary>
    public IReadOnlyList<string> FoldedWords => Folded.Of(_words).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Without words there is no better and worse.</summary>
    public bool IsNewestFirst => Order is SearchOrder.Newest || _words.Length == 0;
}
