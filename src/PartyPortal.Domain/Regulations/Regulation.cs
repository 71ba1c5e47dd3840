namespace PartyPortal.Domain.Regulations;

/// <summary>A regulation that the portal rests on.</summary>
/// <param name="Name">In addresses.</param>
/// <param name="Called">What it is called, a key of the dictionary.</param>
/// <param name="Title">Its own title.</param>
/// <param name="Since">The day it was published or came into force; null where that is not known.</param>
/// <param name="Words">By which it is recognised where somebody quotes it.</param>
public sealed record Regulation(string Name, string Called, string Title, DateOnly? Since, string Words)
{
    /// <summary>Those that the portal rests on; never all.</summary>
    public IReadOnlyList<Article> Articles { get; init; } = [];

    /// <summary>What is new in this edition; empty where nothing is known of an earlier one.</summary>
    public IReadOnlyList<Change> Changes { get; init; } = [];

    /// <summary>The article of this number; null where the shelf has none.</summary>
    public Article? Find(int? number) => number is { } asked ? Articles.FirstOrDefault(article => article.Covers(asked)) : null;
}

/// <param name="Number">As people quote it; empty where it is the whole that says so.</param>
/// <param name="Says">What it asks, in the portal's words: a key of the dictionary.</param>
/// <param name="IsVerified">Two independent sources agree; otherwise it is shown as 待核.</param>
/// <param name="Page">Where the portal keeps it.</param>
public sealed record Article(string Number, string Says, bool IsVerified = true, string? Page = null)
{
    /// <summary>Some numbers are spans: 35–38.</summary>
    internal bool Covers(int number) => Number.Split('–') is [var first, .. var rest] && int.TryParse(first, out var from) && number >= from && number <= (rest is [var last] && int.TryParse(last, out var until) ? until : from);
}

/// <param name="Number">The article of the new edition.</param>
/// <param name="Matter">What it is about.</param>
/// <param name="Before">What the earlier edition said.</param>
/// <param name="Now">What this one says.</param>
/// <param name="IsVerified">As for <see cref="Article"/>.</param>
public sealed record Change(string Number, string Matter, string Before, string Now, bool IsVerified = true);
