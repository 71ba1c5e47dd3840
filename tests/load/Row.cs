using System.Globalization;

namespace PartyPortal.Load;

/// <summary>A line of the table. A figure that the case does not have is null.</summary>
/// <param name="Ratio">Its CPU time against that of the limit named beside the case in README.md; of the start, time against time.</param>
internal sealed record Row(string Case, Ground Ground, double? CpuMicroseconds, double? Ratio, double? PerSecond, double? P50, double? P99, double? ResidentMb)
{
    public static readonly string Head = string.Join('\t', "case", "engine", "members", "cpu_us", "ratio", "requests_s", "p50_ms", "p99_ms", "rss_mb");

    public override string ToString() => string.Join('\t', Case, Ground.Engine, Ground.People.ToString(CultureInfo.InvariantCulture),
        Show(CpuMicroseconds, "F0"), Show(Ratio, "F2"), Show(PerSecond, "F0"), Show(P50, "F2"), Show(P99, "F2"), Show(ResidentMb, "F0"));

    private static string Show(double? figure, string format) => figure?.ToString(format, CultureInfo.InvariantCulture) ?? "–";
}
