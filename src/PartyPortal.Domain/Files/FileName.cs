using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PartyPortal.Domain.Files;

/// <summary>The name a sender gave a file, made fit to be shown, put into a header and saved on any system.</summary>
public static partial class FileName
{
    private static readonly string[] Reserved = ["CON", "PRN", "AUX", "NUL", .. Enumerable.Range(0, 10).SelectMany(n => (string[])[$"COM{n}", $"LPT{n}"])];

    public static string Clean(string? sent)
    {
        var last = (sent ?? "").Split('/', '\\')[^1];
        var name = Spaces().Replace(Hidden().Replace(Readable(last), ""), " ").TrimEnd(' ', '.');
        var extension = Extension(name);
        var stem = name[..^extension.Length].Trim(' ', '.');
        if (stem.Length == 0) stem = "file";
        if (Reserved.Contains(stem.Split('.')[0], StringComparer.OrdinalIgnoreCase)) stem = "_" + stem;

        return Shorten(stem, StoredFile.NameMaxLength - extension.Length) + extension;
    }

    /// <summary>With its dot, as written; empty where there is none.</summary>
    public static string Extension(string name) => Tail().Match(name).Value;

    /// <summary>Half a character outside the basic plane would be an invalid text; so would be the halves of one.</summary>
    private static string Readable(string name) => string.Concat(name.EnumerateRunes()
        .Where(r => r != Rune.ReplacementChar && Rune.GetUnicodeCategory(r) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned)))
        .Normalize(NormalizationForm.FormC);

    private static string Shorten(string stem, int length) => stem.Length <= length ? stem : stem[..(char.IsHighSurrogate(stem[length - 1]) ? length - 1 : length)];

    /// <summary>Letters that a file system forbids, and dots, slashes and nulls in the spelling of addresses.</summary>
    [GeneratedRegex("""[<>:"|?*]|%(?:2[eEfF]|5[cC]|00)""")]
    private static partial Regex Hidden();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"\.[A-Za-z0-9]{1,8}$")]
    private static partial Regex Tail();
}
