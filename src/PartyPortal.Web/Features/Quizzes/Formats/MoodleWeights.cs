using System.Globalization;

namespace PartyPortal.Web.Features.Quizzes.Formats;

/// <summary>Moodle takes the parts of a mark with five places and no others: 33.33333.</summary>
internal static class MoodleWeights
{
    public static string OfRight(int count) => Math.Round(100m / count, 5, MidpointRounding.ToZero).ToString("0.#####", CultureInfo.InvariantCulture);
}
