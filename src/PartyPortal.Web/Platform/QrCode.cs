using Microsoft.AspNetCore.Html;
using QRCoder;

namespace PartyPortal.Web.Platform;

/// <summary>A text for the camera of a phone, as SVG on white in every theme.</summary>
internal static class QrCode
{
    public static IHtmlContent Draw(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var svg = new SvgQRCode(data);
        // Drawn from squares alone: nothing of the text stands in the mark-up.
        return new HtmlString(svg.GetGraphic(4));
    }
}
