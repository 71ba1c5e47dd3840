using PartyPortal.Domain.Access;
using PartyPortal.Domain.Help;

namespace PartyPortal.Domain.Tests;

public sealed class TicketTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);
    private static readonly Viewer Desk = new() { AccountId = "desk" };

    [Fact]
    public void A_question_is_taken_up_once_answered_and_closed_only_with_an_answer()
    {
        var ticket = Asked();

        Assert.Equal("Answer the question first. Nothing is closed without an answer.", Assert.Throws<RuleBrokenException>(() => ticket.Close(Today)).Message);
        ticket.TakeUp(Desk);
        Assert.Equal("This question is taken up already.", Assert.Throws<RuleBrokenException>(() => ticket.TakeUp(Desk)).Message);
        ticket.Answer("Press the button.", Desk, Today);
        ticket.Close(Today);

        Assert.Equal((TicketState.Closed, Today, "desk"), (ticket.State, ticket.ClosedOn, ticket.TakenBy));
        Assert.Equal("This question is closed. Reopen it first.", Assert.Throws<RuleBrokenException>(() => ticket.Answer("Again", Desk, Today)).Message);
        Assert.Equal([false, true], ticket.Words.Select(word => word.IsFromDesk));
    }

    [Fact]
    public void Whoever_asked_closes_it_at_any_time_and_opens_it_again_by_writing()
    {
        var ticket = Asked();
        ticket.Settle(Today);
        Assert.Equal("This question is closed already.", Assert.Throws<RuleBrokenException>(() => ticket.Settle(Today)).Message);

        ticket.Ask("It happened again.", Today.AddDays(1));

        Assert.Equal((TicketState.New, Today.AddDays(1), (DateOnly?)null), (ticket.State, ticket.AskedOn, ticket.ClosedOn));
    }

    [Fact]
    public void What_is_asked_again_stays_with_whoever_has_it_and_the_desk_reopens_what_is_closed()
    {
        var ticket = Asked();
        ticket.Answer("Press the button.", Desk, Today);
        Assert.Equal("This question is open.", Assert.Throws<RuleBrokenException>(ticket.Reopen).Message);
        ticket.Close(Today);
        ticket.Reopen();
        Assert.Equal(TicketState.InWork, ticket.State);

        ticket.Answer("Press it twice.", Desk, Today);
        ticket.Ask("Which one?", Today);

        Assert.Equal((TicketState.InWork, "desk", 4), (ticket.State, ticket.TakenBy, ticket.Words.Count));
    }

    private static Ticket Asked() => new("asker", "Where is the button?", "/people/{id}", null, Today);
}
