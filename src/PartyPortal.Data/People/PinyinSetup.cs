using AnyAscii;
using PartyPortal.Domain.People;

namespace PartyPortal.Data.People;

/// <summary>Gives the domain its romaniser, which comes from a package.</summary>
internal static class PinyinSetup
{
    public static void Use() => Pinyin.Romanise = text => text.Transliterate();
}
