using System.Text;

namespace PartyPortal.Web.Features.Study;

/// <summary>Notes as one file that any editor opens: a heading for each material, passages as quotations.</summary>
internal static class NoteFile
{
    public static string Of(IReadOnlyList<NotedMaterial> materials)
    {
        var file = new StringBuilder();
        foreach (var material in materials)
        {
            file.Append("# ").Append(material.Title).Append("\n\n");
            foreach (var note in material.Notes)
            {
                if (note.Quote is { } quote) file.Append("> ").Append(quote.Replace("\n", "\n> ", StringComparison.Ordinal)).Append("\n\n");
                if (note.Text is { } text) file.Append(text).Append("\n\n");
            }
        }

        return file.ToString();
    }
}
