using System.Globalization;
using PartyPortal.Web.Shared.TagHelpers;

namespace PartyPortal.Web.Tests.Shared;

public sealed class WordsTests
{
    [Theory]
    [InlineData("zh-CN", "2026年11月3日", "2026年11月3日 08:05", "2026-11")]
    [InlineData("en", "3 November 2026", "3 November 2026, 08:05", "Nov 2026")]
    public void Days_and_times_are_written_as_the_language_writes_them(string language, string day, string instant, string month)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        Assert.Equal(day, DayWords.Day(new DateOnly(2026, 11, 3)));
        Assert.Equal(instant, DayWords.DayAndTime(new DateTime(2026, 11, 3, 8, 5, 0)));
        Assert.Equal(month, DayWords.Month(new DateOnly(2026, 11, 3)));
    }
}
