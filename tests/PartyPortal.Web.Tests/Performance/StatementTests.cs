using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Performance;

/// <summary>How many statements a page may cost: a list two, the desk one for each thing that may wait, and who is asking comes from memory.</summary>
[Collection<FullUniversityRun>]
public sealed class StatementTests(FullUniversity portal)
{
    [Theory]
    [InlineData("office", "/people", 2)]
    [InlineData("fifty", "/people", 2)]
    [InlineData("leaf", "/people", 2)]
    [InlineData("leaf", "/people?Words=wang", 2)]
    [InlineData("leaf", "/people/new", 1)]
    [InlineData("office", "/people/import", 1)]
    [InlineData("member", "/me", 5)]
    [InlineData("public", "/notices", 2)]
    [InlineData("member", "/notices", 2)]
    [InlineData("leaf", "/desk/notices", 1)]
    [InlineData("fifty", "/desk/notices/approvals", 1)]
    [InlineData("leaf", "/desk/notices/new", 1)]
    [InlineData("member", "/postings", 1)]
    [InlineData("leaf", "/desk/postings", 1)]
    [InlineData("public", "/guides", 2)]
    [InlineData("leaf", "/desk/feedback", 2)]
    [InlineData("public", "/feedback", 2)]
    [InlineData("auditor", "/admin/audit", 1)]
    [InlineData("security", "/admin/roles", 1)]
    [InlineData("system", "/admin/accounts", 2)]
    [InlineData("office", "/admin/branches", 1)]
    [InlineData("office", "/admin/branches/create", 1)]
    [InlineData("public", "/branches?words=College", 1)]
    [InlineData("public", "/branches", 6)]
    [InlineData("system", "/admin/settings", 1)]
    [InlineData("member", "/account", 2)]
    [InlineData("leaf", "/slips", 2)]
    [InlineData("leaf", "/desk", 24)]
    [InlineData("leaf", "/desk/todo", 22)]
    [InlineData("member", "/desk/todo", 9)]
    [InlineData("member", "/collections", 2)]
    [InlineData("leaf", "/desk/collections", 1)]
    [InlineData("leaf", "/desk/collections/new", 0)]
    [InlineData("leaf", "/desk/questions", 1)]
    [InlineData("leaf", "/desk/quizzes", 1)]
    [InlineData("leaf", "/desk/marking", 1)]
    [InlineData("leaf", "/desk/assignments", 1)]
    [InlineData("member", "/quizzes", 1)]
    [InlineData("member", "/my/study", 16)]
    [InlineData("leaf", "/my/study", 16)]
    [InlineData("member", "/my/notes", 2)]
    [InlineData("member", "/classes", 2)]
    [InlineData("leaf", "/desk/classes", 2)]
    [InlineData("member", "/my/review", 4)]
    [InlineData("member", "/my/hours", 6)]
    [InlineData("leaf", "/desk/hours", 3)]
    [InlineData("leaf", "/desk/study-figures", 4)]
    [InlineData("office", "/desk/study-figures", 4)]
    [InlineData("public", "/", 3)]
    [InlineData("public", "/search", 2)]
    [InlineData("leaf", "/search?words=notice&kind=Notice", 2)]
    [InlineData("public", "/sign-in", 0)]
    public async Task A_page_asks_the_database_no_more_often_than_this(string who, string url, int most)
    {
        var statements = await portal.StatementsOfAsync(who, url);

        Assert.True(statements.Count <= most, $"{url} asks {statements.Count} times, {most} at most:\n{string.Join("\n\n", statements.Select(s => s.Text))}");
    }
}
