using PartyPortal.Domain;

namespace PartyPortal.Web.Shared;

/// <summary>A page of its own before a deed that nobody takes back: what it is, what comes of it, the button that does it and the way back. The button sends to the same address.</summary>
/// <param name="Title">As a question.</param>
/// <param name="About">What it is done to.</param>
/// <param name="Outcome">What comes of it.</param>
/// <param name="Do">On the button.</param>
/// <param name="Back">The page where one was.</param>
public sealed record Confirm(Sentence Title, string About, Sentence Outcome, Sentence Do, string? Back);
