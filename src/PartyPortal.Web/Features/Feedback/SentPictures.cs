using PartyPortal.Domain;
using PartyPortal.Domain.Feedback;
using PartyPortal.Domain.Files;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Features.Feedback;

/// <summary>Pictures as they come with a message: looked at, drawn anew and forgotten in memory.</summary>
internal static class SentPictures
{
    /// <summary>All that a message may weigh; within it nothing is written to a temporary file.</summary>
    public const int MostBytes = 16 * 1024 * 1024;

    // Enough to read a notice on a wall.
    private const int LongestEdge = 1600;

    /// <exception cref="RuleBrokenException">There are too many, or one is no picture.</exception>
    public static async Task<List<byte[]>> DrawnAsync(IReadOnlyCollection<IFormFile> sent)
    {
        if (sent.Count > FeedbackPicture.Most) throw new RuleBrokenException("At most {0} pictures.", FeedbackPicture.Most) { Field = nameof(FeedbackForm.Pictures) };

        List<byte[]> drawn = [];
        foreach (var file in sent) drawn.Add(await DrawnAsync(file));
        return drawn;
    }

    private static async Task<byte[]> DrawnAsync(IFormFile file)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        try
        {
            return PictureContent.RedrawInMemory(bytes.ToArray(), FileName.Clean(file.FileName), LongestEdge);
        }
        catch (RuleBrokenException broken)
        {
            throw new RuleBrokenException(broken.Message, broken.Details) { Field = nameof(FeedbackForm.Pictures) };
        }
    }
}
