using PartyPortal.Domain.Access;
using PartyPortal.Domain.Todos;

namespace PartyPortal.Domain.Tests.Todos;

public sealed class TodoTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void The_most_urgent_comes_first_and_what_has_no_last_day_comes_last_the_oldest_first()
    {
        var list = List(Named("new") with { Since = Today }, Named("later", Today.AddDays(8)), Named("old") with { Since = Today.AddDays(-9) }, Named("today", Today), Named("late", Today.AddDays(-1)));

        Assert.Equal(["late", "today", "later", "old", "new"], list.Todos.Select(t => t.Path));
        Assert.Equal([Urgency.Overdue, Urgency.Soon, Urgency.Later, Urgency.Undated], list.Groups.Select(g => g.Key));
    }

    [Fact]
    public void A_few_of_a_kind_stand_for_themselves_and_more_are_one_line_due_with_the_first()
    {
        var all = Named("all");
        var many = Enumerable.Range(1, Todo.Few + 1).Select(i => Named($"{i}", Today.AddDays(i))).ToList();

        Assert.Equal(many[..Todo.Few], all.OrEach(many[..Todo.Few]));
        var line = Assert.Single(all.OrEach(many));
        Assert.Equal(("all", "4", Today.AddDays(1)), (line.Path, line.Figure, line.Due));
        Assert.Equal("99+", (all with { Count = 120 }).Figure);
    }

    [Fact]
    public void A_kind_of_which_there_is_none_is_no_line() => Assert.True(List(Named("drafts") with { Count = 0 }).IsClear);

    [Fact]
    public void What_could_not_be_asked_is_not_nothing_to_do() => Assert.False(new TodoList([], ["Notices"], Today).IsClear);

    [Fact]
    public void The_office_is_the_reason_unless_there_is_another()
    {
        var office = new ActingRole(1, Role.Secretary, 2, "Physics", "/00001/");

        Assert.Null(Named("own").Reason);
        Assert.Equal([Role.Secretary, "Physics"], (Named("work") with { Office = office }).Reason!.With);
        Assert.Equal([Role.OrganisationOffice], (Named("work") with { Office = new(1, Role.OrganisationOffice, null, "", "/") }).Reason!.With);
        Assert.Equal("Because", (Named("work") with { Office = office, Why = Sentence.Key("Because") }).Reason!.Words);
    }

    private static TodoList List(params Todo[] todos) => new(todos, [], Today);

    private static Todo Named(string name, DateOnly? due = null) => new(Sentence.Key(name), name) { Due = due };
}
