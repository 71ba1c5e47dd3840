using System.ComponentModel.DataAnnotations;

namespace PartyPortal.Web.Features.Help;

/// <summary>Whose work an article is about. Everybody may read all of them.</summary>
public enum HelpReader
{
    [Display(Name = "For everybody")]
    Everybody = 1,

    [Display(Name = "For members and applicants")]
    Member,

    [Display(Name = "For secretaries and committees")]
    Secretary,

    [Display(Name = "For offices and administrators")]
    Administrator,
}

/// <param name="Id">Never changes: the search knows the article by it.</param>
/// <param name="Name">In the address, and the file's.</param>
/// <param name="Reader">Whose work it is about.</param>
/// <param name="Pages">The beginnings of the addresses whose "?" leads here.</param>
public sealed record HelpTopic(int Id, string Name, HelpReader Reader, params string[] Pages)
{
    /// <summary>The version for which the article was last read through.</summary>
    public string CheckedFor { get; init; } = "0.9.0";

    /// <summary>The names of regulations that what it says rests on.</summary>
    public IReadOnlyList<string> RestsOn { get; init; } = [];

    public static readonly IReadOnlyList<HelpTopic> All =
    [
        new(1, "account", HelpReader.Everybody, "/sign-in", "/activate", "/setup", "/forgotten-password", "/account"),
        new(2, "reading", HelpReader.Everybody, "/notices", "/guides", "/branches", "/preview"),
        new(3, "search", HelpReader.Everybody, "/search"),
        new(4, "feedback", HelpReader.Everybody, "/feedback", "/problems") { RestsOn = ["burden"] },
        new(5, "display", HelpReader.Everybody, "/display", "/accessibility"),
        new(6, "visibility", HelpReader.Everybody, "/error", "/privacy", "/help/why") { RestsOn = ["personal-data"] },
        new(7, "study", HelpReader.Member, "/study", "/my/study", "/my/notes", "/my/hours", "/my/helpers", "/my/helping", "/my/certificates", "/courses", "/certificates") { RestsOn = ["education", "burden"] },
        new(8, "messages", HelpReader.Member, "/messages"),
        new(9, "my-record", HelpReader.Member, "/me") { RestsOn = ["personal-data"] },
        new(10, "desk", HelpReader.Secretary, "/desk", "/help/first-steps"),
        new(11, "people", HelpReader.Secretary, "/people"),
        new(12, "slips", HelpReader.Secretary, "/slips"),
        new(13, "publishing", HelpReader.Secretary, "/desk/branches", "/desk/notices", "/desk/stale", "/desk/study", "/desk/courses", "/desk/assignments", "/desk/hours", "/desk/study-figures", "/desk/helped-study", "/desk/guides"),
        new(14, "answering", HelpReader.Secretary, "/desk/feedback", "/desk/deeds", "/desk/ideas"),
        new(15, "organisation", HelpReader.Administrator, "/admin/branches", "/admin/calendar"),
        new(16, "administration", HelpReader.Administrator, "/admin", "/desk/tickets", "/desk/help"),
        new(17, "audit", HelpReader.Administrator, "/admin/audit"),
        new(18, "terms", HelpReader.Everybody, "/development", "/regulations") { RestsOn = ["development"] },
        new(31, "postings", HelpReader.Everybody, "/postings", "/desk/postings") { RestsOn = ["development"] },
        new(19, "heard", HelpReader.Everybody, "/feedback/done", "/feedback/protection", "/ideas") { RestsOn = ["burden"] },
        new(20, "support", HelpReader.Everybody, "/help/ask", "/help/tickets", "/help/releases", "/status"),
        new(41, "quizzes", HelpReader.Everybody, "/quizzes", "/my/attempts", "/my/review", "/desk/questions", "/desk/quizzes", "/desk/marking", "/desk/appeals"),
        new(51, "classes", HelpReader.Everybody, "/classes", "/my/class-certificates", "/desk/classes") { RestsOn = ["development"] },
        new(21, "collections", HelpReader.Everybody, "/collections", "/desk/collections"),
    ];

    public bool IsOutdatedIn(string version) => Version.Parse(CheckedFor) < Version.Parse(version);

    /// <summary>The topic of a page: of several beginnings the longest. Null where no article is about it.</summary>
    public static HelpTopic? Of(PathString page) => All.SelectMany(topic => topic.Pages.Where(begin => page.StartsWithSegments(begin)).Select(begin => (begin.Length, topic)))
        .OrderByDescending(found => found.Length).Select(found => found.topic).FirstOrDefault();
}
