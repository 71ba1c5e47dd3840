using System.Text.RegularExpressions;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace PartyPortal.Web.Platform;

/// <param name="IsChanged">Whether it is in one of the two only.</param>
public sealed record ComparedPart(string Text, bool IsChanged);

/// <summary>A line of two texts side by side; a side that lacks it is empty.</summary>
public sealed record ComparedLine(IReadOnlyList<ComparedPart> Older, IReadOnlyList<ComparedPart> Newer)
{
    public bool IsChanged => Older.Concat(Newer).Any(part => part.IsChanged);
}

/// <summary>Two texts side by side, word by word.</summary>
internal static partial class TextComparison
{
    public static IReadOnlyList<ComparedLine> Of(IEnumerable<string> older, IEnumerable<string> newer)
    {
        var model = SideBySideDiffBuilder.Diff(Differ.Instance, string.Join('\n', older), string.Join('\n', newer), ignoreWhiteSpace: false, ignoreCase: false, lineChunker: null, wordChunker: new ChineseAndOtherWords());
        return [.. model.OldText.Lines.Zip(model.NewText.Lines, (left, right) => new ComparedLine(Parts(left), Parts(right)))];
    }

    private static List<ComparedPart> Parts(DiffPiece line) => line switch
    {
        { Type: ChangeType.Imaginary } => [],
        { Type: ChangeType.Modified } => Joined(line.SubPieces.Where(p => p.Text is not null)),
        _ => [new ComparedPart(line.Text, line.Type is not ChangeType.Unchanged)],
    };

    /// <summary>Neighbours that are alike in being changed or not are one part.</summary>
    private static List<ComparedPart> Joined(IEnumerable<DiffPiece> pieces)
    {
        List<ComparedPart> parts = [];
        foreach (var piece in pieces)
        {
            var part = new ComparedPart(piece.Text, piece.Type is not ChangeType.Unchanged);
            if (parts.Count > 0 && parts[^1].IsChanged == part.IsChanged) parts[^1] = part with { Text = parts[^1].Text + part.Text };
            else parts.Add(part);
        }

        return parts;
    }

    /// <summary>Chinese has no spaces between words: each of its letters is compared for itself.</summary>
    private sealed partial class ChineseAndOtherWords : IChunker
    {
        public IReadOnlyList<string> Chunk(string text) => [.. Word().Matches(text).Select(word => word.Value)];

        [GeneratedRegex(@"[\p{L}\p{N}-[\p{IsCJKUnifiedIdeographs}]]+|\s+|.")]
        private static partial Regex Word();
    }
}
