using PartyPortal.Domain.Messages;

namespace PartyPortal.Domain.Tests.Messages;

public sealed class DeliveryTests
{
    private static readonly DateTime Start = new(2026, 11, 24, 2, 0, 0, DateTimeKind.Utc);

    private readonly Delivery _delivery = new(Channel.Mail, MessageKind.ConfirmNotice, "confirm:1", Start);

    [Fact]
    public void Each_failure_doubles_the_pause_up_to_a_quarter_of_an_hour()
    {
        List<double> pauses = [];
        for (var i = 0; i < 6; i++)
        {
            _delivery.Postpone(DeliveryTrouble.Unreachable, Start);
            pauses.Add((_delivery.DueAt - Start).TotalMinutes);
        }

        Assert.Equal([1, 2, 4, 8, 15, 15], pauses);
    }

    [Fact]
    public void After_three_days_it_is_given_up_with_its_reason()
    {
        _delivery.Postpone(DeliveryTrouble.Later, Start.AddDays(3));

        Assert.Equal((DeliveryState.GivenUp, DeliveryTrouble.Later), (_delivery.State, _delivery.Trouble));
    }

    [Fact]
    public void Found_on_its_way_it_may_have_arrived_and_found_waiting_it_did_not()
    {
        _delivery.TakeUp();
        Assert.False(_delivery.MayBeTwice);

        _delivery.Begin();
        _delivery.TakeUp();
        Assert.Equal((DeliveryState.Waiting, true), (_delivery.State, _delivery.MayBeTwice));
    }

    [Fact]
    public void When_it_ends_nothing_sealed_is_kept()
    {
        _delivery.Sealed = "secret";
        _delivery.Arrive(Start);

        Assert.Null(_delivery.Sealed);
    }

    [Fact]
    public void Only_what_was_given_up_is_tried_again_and_never_a_code_that_is_gone()
    {
        Assert.Throws<RuleBrokenException>(() => _delivery.TryAgain(Start));
        _delivery.GiveUp(DeliveryTrouble.MessageRefused, Start);
        _delivery.TryAgain(Start.AddDays(9));
        Assert.Equal((DeliveryState.Waiting, Start.AddDays(9)), (_delivery.State, _delivery.DueAt));

        var code = new Delivery(Channel.Mail, MessageKind.ConfirmAddress, "code:1", Start);
        code.GiveUp(DeliveryTrouble.Unreachable, Start);
        Assert.Throws<RuleBrokenException>(() => code.TryAgain(Start));
    }

    [Fact]
    public void Every_kind_has_a_topic_but_what_somebody_asked_for_and_what_robots_say() =>
        Assert.Equal([MessageKind.ConfirmAddress, MessageKind.TestMail, MessageKind.NoticePublished, MessageKind.TestRobot], Enum.GetValues<MessageKind>().Where(kind => kind.Topic() is null));
}
