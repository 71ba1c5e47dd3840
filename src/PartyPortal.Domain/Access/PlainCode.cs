namespace PartyPortal.Domain.Access;

/// <summary>A code that people copy from paper: only letters that are not read for others, and forgiving when typed.</summary>
public static class PlainCode
{
    /// <summary>Crockford's base 32: five bits a letter; no I, L, O and U.</summary>
    public const string Letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>In groups of four, as it is shown.</summary>
    public static string InGroups(string code) => string.Join('-', code.Chunk(4).Select(group => new string(group)));

    /// <summary>What is compared. Small letters, full-width ones, spaces and hyphens do not matter, nor O for 0 and I or L for 1.</summary>
    public static string Tidy(string typed)
    {
        var plain = typed.Normalize(System.Text.NormalizationForm.FormKC).ToUpperInvariant().Replace('O', '0').Replace('I', '1').Replace('L', '1');
        return new string([.. plain.Where(char.IsAsciiLetterOrDigit)]);
    }
}
