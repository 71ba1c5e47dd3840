using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Providers;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Privacy;

/// <summary>No points, no ranking, no counting of time online (国办函〔2026〕12号, 待核): a column, an address or a sentence for one fails here, unless it is named below with its reason.</summary>
public sealed partial class NothingIsRankedTests(Portal portal)
{
    private static readonly Dictionary<string, string> HarmlessColumns = new()
    {
        ["Sessions.SeenAt"] = "to the hour, so that one finds one's own browsers again and a forgotten one ends by itself",
        ["Quizzes.Minutes"] = "the time that a quiz gives; how long somebody took is not kept",
        ["StudyRenditions.Seconds"] = "how long a film is",
    };

    private static readonly Dictionary<string, string> HarmlessSentences = new()
    {
        ["No forced daily check-in. Study is marked as done by the one who did it."] = None,
        ["No measuring of how long a page was open or when someone was online."] = None,
        ["No points, no rankings, no forced check-ins"] = None,
        ["No points, no rankings, no leaderboards: not of people and not of branches."] = None,
        ["No needless forms, no forced check-ins, no points and rankings, no counting of time on line, no likes as appraisal."] = None,
        ["Find out what you have understood. Your scores are seen by you alone; there are no points and no rankings."] = None,
        ["Put questions of the bank together. Learners alone see their scores; there are no rankings."] = None,
        ["Who sees what: these figures are seen by the office that asks and those above it; who has not passed is seen by name by the office that asks alone, while the quiz is published. Nobody sees scores, days or attempts. No figure is shown of fewer than five people, nor one by which theirs could be worked out."] = None,
        ["Its office sees who has not finished yet, by name, to be able to help; it sees no times, no scores and not how far you are."] = None,
        ["Who sees what: these figures are seen by the office that asks and those above it; who has not finished is seen by name by the office that asks alone, while the course is assigned. Nobody sees times, scores or how far a person is. No figure is shown of fewer than five people, nor one by which theirs could be worked out."] = None,
        ["Read, watch or listen at your own pace. Nobody counts how long you study."] = None,
        ["Lessons in an order, at your own pace. Nobody counts how long you study."] = None,
        ["Courses, meetings, classes and your own study, each counted once. Only you see the sum; nobody counts how long you are online."] = None,
        ["A list of who was there, as on paper. No place, no picture, no time of arrival."] = None,
        ["Part marks are not kept: what is not wholly right counts as wrong."] = "about questions that come in from a file",
        ["Duration"] = "of planned maintenance",
        ["Class hours have one place behind the point, such as 1.5."] = "the decimal point",
    };

    private const string None = "says that there is none";

    [Fact]
    public async Task No_column_holds_points_a_rank_or_time_online()
    {
        await using var db = new SqlitePortalDb.Design().CreateDbContext([]);
        var columns = db.Model.GetRelationalModel().Tables.SelectMany(t => t.Columns.Select(c => $"{t.Name}.{c.Name}")).ToList();

        Assert.NotEmpty(columns);
        Assert.Empty(columns.Where(IsRanked).Except(HarmlessColumns.Keys));
        Assert.Empty(HarmlessColumns.Keys.Except(columns.Where(IsRanked)));
    }

    [Fact]
    public void No_address_is_of_points_a_ranking_or_time_online()
    {
        var addresses = Addresses.Of(portal).Select(a => a.Template).Distinct().ToList();

        Assert.NotEmpty(addresses);
        Assert.DoesNotContain(addresses, IsRanked);
    }

    [Fact]
    public void No_sentence_speaks_of_points_rankings_or_time_online_but_to_say_that_there_are_none()
    {
        var dictionary = XDocument.Load(Path.Combine(AppContext.BaseDirectory, "../../../../../src/PartyPortal.Web/Localization/Text.zh-CN.resx"));
        var speaking = dictionary.Descendants("data").Select(d => (English: d.Attribute("name")!.Value, Chinese: d.Value)).Where(s => Ranked().IsMatch(s.English) || RankedInChinese().IsMatch(s.Chinese)).Select(s => s.English).ToList();

        Assert.Empty(speaking.Except(HarmlessSentences.Keys));
        Assert.Empty(HarmlessSentences.Keys.Except(speaking));
    }

    /// <summary>"StudyProgress.SeenAt" in words: Study Progress. Seen At.</summary>
    private static bool IsRanked(string name) => RankedInCode().IsMatch(NewWord().Replace(name, " "));

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex NewWord();

    [GeneratedRegex(@"\b(points?|rank(s|ed|ings?)?|leader-?boards?|scores?|streaks?|badges?|online|dwell|duration|minutes|seconds|time-? ?spent|seen|visits?|check-? ?ins?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex RankedInCode();

    [GeneratedRegex(@"\bpoints?\b|\brank(s|ed|ings?)?\b|leader-?boards?|\bscores?\b|\bstreaks?\b|\bbadges?\b|\bonline\b|\bduration\b|\bcheck-ins?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ranked();

    [GeneratedRegex("积分|排名|排行|榜单|在线时长|学习时长|停留|打卡|签到|名次|得分")]
    private static partial Regex RankedInChinese();
}
