using PartyPortal.Domain;
using PartyPortal.Domain.Files;
using SkiaSharp;

namespace PartyPortal.Web.Platform.Files;

/// <summary>Makes a picture anew from its pixels: what the camera noted (place, time, device) and what hides behind the pixels stays behind.</summary>
internal static class PictureContent
{
    private const int MostMegapixels = 50;
    private const int LongestEdge = 4096;
    private const int Quality = 86;

    // A large picture takes some 200 MB while it is worked on.
    private static readonly SemaphoreSlim OneAtATime = new(1);

    /// <summary>Writes the new picture beside the sent one.</summary>
    /// <exception cref="RuleBrokenException">It cannot be read, or has more pixels than a camera makes.</exception>
    public static void Redraw(string from, string to, string name, FileType type)
    {
        OneAtATime.Wait();
        try
        {
            using var codec = SKCodec.Create(from) ?? throw Unreadable(name);
            using var drawn = Draw(codec, name, LongestEdge, SKColors.Transparent);
            using var target = File.Create(to);
            if (!drawn.Encode(target, FormatOf(type), Quality)) throw Unreadable(name);
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    /// <summary>The new picture as a JPEG, made in memory: nothing of the sent one touches a disk.</summary>
    /// <exception cref="RuleBrokenException">It is no JPEG, PNG or WebP picture, or has more pixels than a camera makes.</exception>
    public static byte[] RedrawInMemory(byte[] sent, string name, int longestEdge)
    {
        OneAtATime.Wait();
        try
        {
            using var data = SKData.CreateCopy(sent);
            using var codec = SKCodec.Create(data) ?? throw Unreadable(name);
            if (codec.EncodedFormat is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Webp)) throw Unreadable(name);

            using var drawn = Draw(codec, name, longestEdge, SKColors.White);
            using var jpeg = drawn.Encode(SKEncodedImageFormat.Jpeg, Quality) ?? throw Unreadable(name);
            return jpeg.ToArray();
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static SKBitmap Draw(SKCodec codec, string name, int longestEdge, SKColor ground)
    {
        var (width, height) = (codec.Info.Width, codec.Info.Height);
        if ((long)width * height > MostMegapixels * 1_000_000L) throw new RuleBrokenException("The picture “{0}” is too large: at most {1} million pixels.", name, MostMegapixels);

        using var sent = SKBitmap.Decode(codec) ?? throw Unreadable(name);
        return Upright(sent, codec.EncodedOrigin, longestEdge, ground);
    }

    /// <summary>Turned as the camera was held, since the note that says so is dropped; and no larger than a screen can show.</summary>
    private static SKBitmap Upright(SKBitmap sent, SKEncodedOrigin origin, int longestEdge, SKColor ground)
    {
        var scale = Math.Min(1f, (float)longestEdge / Math.Max(sent.Width, sent.Height));
        var (width, height) = (Math.Max(1, (int)(sent.Width * scale)), Math.Max(1, (int)(sent.Height * scale)));
        var isTurned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var upright = isTurned ? new SKBitmap(height, width) : new SKBitmap(width, height);
        using var canvas = new SKCanvas(upright);
        canvas.Clear(ground);
        canvas.Concat(Turn(origin, width, height));
        using var image = SKImage.FromBitmap(sent);
        canvas.DrawImage(image, SKRect.Create(width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return upright;
    }

    private static SKMatrix Turn(SKEncodedOrigin origin, int width, int height) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, width, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, width, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, height, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, height, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, height, -1, 0, width, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, width, 0, 0, 1),
        _ => SKMatrix.Identity,
    };

    private static SKEncodedImageFormat FormatOf(FileType type) => type.MediaType switch
    {
        "image/jpeg" => SKEncodedImageFormat.Jpeg,
        "image/webp" => SKEncodedImageFormat.Webp,
        _ => SKEncodedImageFormat.Png,
    };

    private static RuleBrokenException Unreadable(string name) => new RuleBrokenException("The picture “{0}” cannot be read. Save it again as JPEG or PNG.", name);
}
