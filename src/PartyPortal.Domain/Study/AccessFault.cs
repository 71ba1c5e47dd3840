namespace PartyPortal.Domain.Study;

/// <summary>What keeps somebody from following a material: a sentence of the dictionary, and what fills its holes.</summary>
public sealed record AccessFault(string Sentence, params object[] Details)
{
    public bool IsSame(AccessFault other) => Sentence == other.Sentence && Details.SequenceEqual(other.Details);
}
