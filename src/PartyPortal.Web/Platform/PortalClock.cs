namespace PartyPortal.Web.Platform;

/// <summary>The portal's day is the day in Asia/Shanghai; its instants are UTC.</summary>
public static class PortalClock
{
    public static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static DateTime UtcNow(this TimeProvider clock) => clock.GetUtcNow().UtcDateTime;

    public static DateOnly Today(this TimeProvider clock) => Day(clock.UtcNow());

    public static DateTime InShanghai(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Shanghai);

    /// <summary>The day of an instant.</summary>
    public static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(InShanghai(utc));

    /// <summary>The instant of a wall-clock time in Asia/Shanghai.</summary>
    public static DateTime ToUtc(DateTime shanghai) => TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(shanghai, DateTimeKind.Unspecified), Shanghai);
}

/// <summary>The machine's clock, moved by a fixed time: for the demo alone.</summary>
internal sealed class MovedClock(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
}
