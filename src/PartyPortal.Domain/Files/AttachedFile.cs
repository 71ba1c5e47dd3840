using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Files;

/// <summary>A file that stands beside something an organisation publishes, in an order of the writer's.</summary>
public abstract class AttachedFile : IBelongToBranch, IAudited
{
    /// <summary>Beside one notice or guide.</summary>
    public const int Most = 20;

    public int Id { get; private init; }
    public int BranchId { get; protected init; }
    public int Position { get; private set; }
    public StoredFile File { get; protected init; } = null!;

    /// <summary>Keeps the files named, in that order, and puts others behind them; answers those dropped, to be removed with their bytes.</summary>
    /// <exception cref="RuleBrokenException">There would be too many.</exception>
    internal static IReadOnlyList<T> Change<T>(List<T> files, IReadOnlyList<int> kept, IEnumerable<T> added) where T : AttachedFile
    {
        List<T> dropped = [.. files.Where(f => !kept.Contains(f.Id))];
        List<T> staying = [.. files.Except(dropped).OrderBy(f => kept.ToList().IndexOf(f.Id)), .. added];
        if (staying.Count > Most) throw new RuleBrokenException("At most {0} files can be kept here.", Most);

        for (var place = 0; place < staying.Count; place++) staying[place].Position = place + 1;
        files.AddRange(staying.Except(files).ToList());
        return dropped;
    }
}
