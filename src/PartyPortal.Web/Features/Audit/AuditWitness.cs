using System.Globalization;
using PartyPortal.Domain.Audit;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Audit;

/// <summary>
/// Tells once an hour, outside the database, where the chain ends: in the log and in a file of the data folder. Who cuts the end off, or makes the
/// whole chain anew, has both against him.
/// </summary>
public sealed partial class AuditWitness(DataFolder folder, ILogger<AuditWitness> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    private readonly string _file = folder.Path("audit-heads.txt");
    private DateTime _next;

    public void Note(AuditSeal head, DateTime now)
    {
        if (now < _next) return;

        _next = now + Pause;
        var hash = Convert.ToHexStringLower(head.Hash);
        File.AppendAllText(_file, string.Create(CultureInfo.InvariantCulture, $"{now:O} {head.Seq} {hash}\n"));
        LogHead(log, head.Seq, hash);
    }

    /// <summary>The hash that was witnessed at each place of the chain.</summary>
    public Dictionary<long, string> Heads()
    {
        Dictionary<long, string> heads = [];
        if (!File.Exists(_file)) return heads;

        foreach (var line in File.ReadLines(_file))
            // A line that a crash cut short witnesses nothing.
            if (line.Split(' ') is [_, var seq, { Length: 2 * AuditSeal.HashLength } hash]) heads[long.Parse(seq, CultureInfo.InvariantCulture)] = hash;
        return heads;
    }

    /// <summary>Begins anew with a new database: for the demo alone.</summary>
    public void Forget() => File.Delete(_file);

    [LoggerMessage(Level = LogLevel.Information, Message = "The audit is sealed up to link {Seq}: {Hash}")]
    private static partial void LogHead(ILogger log, long seq, string hash);
}
