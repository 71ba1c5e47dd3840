using System.Globalization;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Shared.TagHelpers;

/// <summary>Days and times as the page's language writes them, always in Beijing time.</summary>
public static class DayWords
{
    /// <summary>2026年11月23日, or 23 November 2026.</summary>
    public static string Day(DateOnly day) => day.ToString(PageLanguage.IsChinese ? "yyyy'年'M'月'd'日'" : "d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>2026年11月, or November 2026.</summary>
    public static string MonthOfYear(DateOnly day) => day.ToString(PageLanguage.IsChinese ? "yyyy'年'M'月'" : "MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>11月23日 周一, or Mon 23 Nov.</summary>
    public static string WeekdayAndDay(DateOnly day) => PageLanguage.IsChinese ? $"{day.Month}月{day.Day}日 周{"日一二三四五六"[(int)day.DayOfWeek]}" : day.ToString("ddd d MMM", CultureInfo.InvariantCulture);

    public static string Time(DateTime beijing) => beijing.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string DayAndTime(DateTime beijing) => Day(DateOnly.FromDateTime(beijing)) + (PageLanguage.IsChinese ? " " : ", ") + Time(beijing);

    public static string Month(DateOnly day) => day.ToString(PageLanguage.IsChinese ? "yyyy-MM" : "MMM yyyy", CultureInfo.InvariantCulture);
}
