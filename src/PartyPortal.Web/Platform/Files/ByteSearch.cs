namespace PartyPortal.Web.Platform.Files;

internal static class ByteSearch
{
    /// <summary>Whether some bytes occur, without taking the file into memory.</summary>
    public static bool Contains(Stream bytes, ReadOnlySpan<byte> wanted)
    {
        bytes.Position = 0;
        Span<byte> buffer = new byte[64 * 1024];
        var kept = 0;
        while (bytes.Read(buffer[kept..]) is > 0 and var read)
        {
            var seen = buffer[..(kept + read)];
            if (seen.IndexOf(wanted) >= 0) return true;

            // What is wanted may lie across two readings.
            kept = Math.Min(wanted.Length - 1, seen.Length);
            seen[^kept..].CopyTo(buffer);
        }

        return false;
    }
}
