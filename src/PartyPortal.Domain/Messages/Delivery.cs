using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Messages;

public enum Channel
{
    [Display(Name = "By e-mail")]
    Mail = 1,

    [Display(Name = "WeCom group")]
    WeCom,

    [Display(Name = "DingTalk group")]
    DingTalk,
}

public enum DeliveryState
{
    [Display(Name = "To be sent")]
    Waiting = 1,

    /// <summary>Handed over at this moment; found so at the next run, it was broken off and may have arrived.</summary>
    [Display(Name = "Being sent")]
    Sending,

    [Display(Name = "Sent")]
    Sent,

    [Display(Name = "Given up")]
    GivenUp,

    [Display(Name = "No longer needed")]
    Dropped,
}

/// <summary>Why something was not sent. Never the server's own words: they may hold an address.</summary>
public enum DeliveryTrouble
{
    [Display(Name = "The server cannot be reached")]
    Unreachable = 1,

    [Display(Name = "The server did not answer in time")]
    NoAnswer,

    [Display(Name = "The server refused the portal's own sign-in or sender")]
    SignInRefused,

    [Display(Name = "The server asked to try again later")]
    Later,

    [Display(Name = "The server refused the receiver's address")]
    AddressRefused,

    [Display(Name = "The server refused the message")]
    MessageRefused,

    [Display(Name = "The receiver has no confirmed address any more")]
    NoAddress,
}

/// <summary>
/// One message on its way out of the portal. It holds neither address nor text: both are looked up when it is sent. It is handed over at
/// least once; <see cref="MayBeTwice"/> says where the portal cannot know whether an earlier attempt arrived.
/// </summary>
public sealed class Delivery : IVersioned
{
    public const int SealedMaxLength = 600;

    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan TriedFor = TimeSpan.FromDays(3);

    private Delivery() { }

    public Delivery(Channel channel, MessageKind kind, string key, DateTime now) => (Channel, Kind, Key, CreatedAt, DueAt) = (channel, kind, key, now, now);

    public int Id { get; private init; }

    /// <summary>Makes the Message-Id, the same at every attempt.</summary>
    public Guid Mark { get; private init; } = Guid.NewGuid();

    public Channel Channel { get; private init; }
    public MessageKind Kind { get; private init; }

    /// <summary>That of the message on the portal itself, where there is one.</summary>
    public string Key { get; private init; } = "";

    /// <summary>Whom it is for; null for a robot.</summary>
    public string? AccountId { get; init; }

    /// <summary>The public notice that a robot is to name.</summary>
    public int? NoticeId { get; init; }

    /// <summary>Waits for the one e-mail of the day.</summary>
    public bool IsForDigest { get; init; }

    /// <summary>What the database must not know, encrypted: a code. Gone when sent.</summary>
    public string? Sealed { get; set; }

    public DeliveryState State { get; private set; } = DeliveryState.Waiting;
    public DateTime CreatedAt { get; private set; }
    public DateTime DueAt { get; private set; }
    public DateTime? EndedAt { get; private set; }

    /// <summary>Failures so far.</summary>
    public int Attempts { get; private set; }

    public DeliveryTrouble? Trouble { get; private set; }
    public bool MayBeTwice { get; private set; }
    public Guid Version { get; private set; }

    public bool HasEnded => State is DeliveryState.Sent or DeliveryState.GivenUp or DeliveryState.Dropped;

    /// <summary>Found on its way, it was broken off there: the portal was stopped, and the message may have arrived.</summary>
    public void TakeUp()
    {
        if (State is DeliveryState.Sending) (State, MayBeTwice) = (DeliveryState.Waiting, true);
    }

    /// <summary>Said and saved before the first byte goes out.</summary>
    public void Begin() => State = DeliveryState.Sending;

    public void Arrive(DateTime now) => End(DeliveryState.Sent, null, now);

    public void Drop(DateTime now) => End(DeliveryState.Dropped, null, now);

    public void GiveUp(DeliveryTrouble trouble, DateTime now) => End(DeliveryState.GivenUp, trouble, now);

    /// <summary>Tried again after one, two, four … minutes, fifteen at most; after three days no more.</summary>
    /// <param name="mayHaveArrived">The line broke when the message was on its way.</param>
    public void Postpone(DeliveryTrouble trouble, DateTime now, bool mayHaveArrived = false)
    {
        (MayBeTwice, Attempts) = (MayBeTwice || mayHaveArrived, Attempts + 1);
        if (now - CreatedAt >= TriedFor)
        {
            GiveUp(trouble, now);
            return;
        }

        var pause = TimeSpan.FromMinutes(Math.Pow(2, Math.Min(Attempts - 1, 10)));
        (State, Trouble, DueAt) = (DeliveryState.Waiting, trouble, now + (pause < LongestPause ? pause : LongestPause));
    }

    /// <summary>Somebody has mended what stood in the way.</summary>
    /// <exception cref="RuleBrokenException">It was not given up, or what it said is gone.</exception>
    public void TryAgain(DateTime now)
    {
        if (State is not DeliveryState.GivenUp || Kind is MessageKind.ConfirmAddress) throw new RuleBrokenException("Only what was given up is sent again.");

        (State, Attempts, Trouble, CreatedAt, DueAt, EndedAt) = (DeliveryState.Waiting, 0, null, now, now, null);
    }

    private void End(DeliveryState state, DeliveryTrouble? trouble, DateTime now) => (State, Trouble, EndedAt, Sealed) = (state, trouble, now, null);
}
