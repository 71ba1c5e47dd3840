using System.Collections;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace PartyPortal.Web.Platform;

/// <summary>A text for the camera of a phone, black on white in every theme.</summary>
internal static class QrCode
{
    public static IHtmlContent Draw(string text)
    {
        using var data = Of(text);
        using var svg = new SvgQRCode(data);
        // Drawn from squares alone: nothing of the text stands in the mark-up.
        return new HtmlString(svg.GetGraphic(4));
    }

    /// <summary>Row by row, with its white edge; what is true is black.</summary>
    public static IReadOnlyList<BitArray> Squares(string text)
    {
        using var data = Of(text);
        return [.. data.ModuleMatrix];
    }

    private static QRCodeData Of(string text) => QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
}
