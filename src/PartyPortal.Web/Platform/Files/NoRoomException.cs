namespace PartyPortal.Web.Platform.Files;

/// <summary>The disk is full, or what must stay free on it would not.</summary>
public sealed class NoRoomException() : IOException("No room is left for files.")
{
    /// <summary>Also as the systems say it: no room or no quota left, on Linux and on Windows.</summary>
    public static bool Is(IOException failure) => failure is NoRoomException || failure.HResult is 28 or 122 or unchecked((int)0x80070070) or unchecked((int)0x80070027);
}
