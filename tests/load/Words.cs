using System.Text;

namespace PartyPortal.Load;

/// <summary>Chinese text in which few words are common and most are rare, as in life: the n-th word comes up in proportion to 1/n.</summary>
internal sealed class Words(Random chance)
{
    private const int Known = 30_000;
    private const int FirstCharacter = 0x4E00;
    private const int Characters = 3000;

    private static readonly double Scale = Math.Log(Known);

    /// <summary>The n-th word by frequency, from 1.</summary>
    public static string At(int n) => $"{(char)(FirstCharacter + n * 7919L % Characters)}{(char)(FirstCharacter + n * 104_729L / 7 % Characters)}";

    public string Text(int length)
    {
        var text = new StringBuilder(length + 2);
        while (text.Length < length) text.Append(At((int)Math.Exp(chance.NextDouble() * Scale)));
        return text.ToString();
    }
}
