namespace PartyPortal.Web.Platform;

/// <summary>Tags as people type them into one field or cell.</summary>
internal static class TagWords
{
    private static readonly char[] Between = [',', '，', '、', ';', '；', '\r', '\n'];

    public static string[] Split(string? typed) => (typed ?? "").Split(Between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
