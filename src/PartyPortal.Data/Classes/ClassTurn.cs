using System.Globalization;

namespace PartyPortal.Data.Classes;

/// <summary>The turn in which the certificates of a class are taken back or put into courses; see <see cref="PortalDb.WholeAsync(string, Func{Task}, CancellationToken)"/>.</summary>
public static class ClassTurn
{
    public static string Of(int classId) => string.Create(CultureInfo.InvariantCulture, $"class:{classId}");
}
