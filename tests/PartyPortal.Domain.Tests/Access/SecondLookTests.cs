using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Tests.Access;

public sealed class SecondLookTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    [Fact]
    public void Nothing_is_taken_out_or_decided_without_a_reason()
    {
        var words = new Words();

        Assert.Equal("Reason", Assert.Throws<RuleBrokenException>(() => words.Remove(" ", "li")).Field);
        words.Remove("It names somebody.", "li");
        words.AskAgain(Today);
        Assert.Equal("Reason", Assert.Throws<RuleBrokenException>(() => words.LookAgain(SecondLook.StaysOut, null, "wang")).Field);
        Assert.True(words.WaitsForSecondLook);
    }

    [Fact]
    public void What_was_put_back_stays_and_what_stays_out_is_looked_at_once()
    {
        var (back, stays) = (new Words(), new Words());
        foreach (var (words, outcome) in new[] { (back, SecondLook.GoesBack), (stays, SecondLook.StaysOut) })
        {
            words.Remove("It names somebody.", "li");
            words.AskAgain(Today);
            words.LookAgain(outcome, "Because.", "wang");
        }

        Assert.Null(back.RemovedBecause);
        Assert.Throws<RuleBrokenException>(() => back.Remove("It does.", "li"));
        Assert.Throws<RuleBrokenException>(() => stays.AskAgain(Today));
        Assert.Throws<RuleBrokenException>(() => stays.LookAgain(SecondLook.GoesBack, "Because.", "zhao"));
        Assert.Null(stays.RemovedBy);
    }

    private sealed class Words : RemovableWords;
}
