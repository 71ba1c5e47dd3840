using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Files;

/// <summary>
/// A file on its way from a browser: begun, perhaps broken off and gone on with, and once it has arrived waiting for the
/// form that names it. The form's save passes the file on to its owner and forgets this row; what no form names goes after a day.
/// </summary>
public sealed class Upload : IBelongToAccount
{
    /// <summary>So many may wait for one account.</summary>
    public const int MostWaiting = 40;

    public static readonly TimeSpan Life = TimeSpan.FromDays(1);

    private Upload() { }

    public Upload(string accountId, FileUse use, string name, long bytes, DateTime now)
    {
        Id = Guid.NewGuid();
        (AccountId, Use, Name, Bytes, ExpiresAt) = (accountId, use, FileName.Clean(name), bytes, now + Life);
    }

    public Guid Id { get; private init; }
    public string AccountId { get; private init; } = "";
    public FileUse Use { get; private init; }
    public string Name { get; private init; } = "";

    /// <summary>Of the whole file, as announced.</summary>
    public long Bytes { get; private init; }

    public DateTime ExpiresAt { get; private set; }

    /// <summary>Null until the last byte has come and the content was found fit.</summary>
    public StoredFile? File { get; private set; }

    public void Arrive(StoredFile file, DateTime now) => (File, ExpiresAt) = (file, now + Life);
}
