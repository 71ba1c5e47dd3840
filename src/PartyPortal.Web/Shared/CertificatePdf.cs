using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using PartyPortal.Domain.Access;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Printing;
using PartyPortal.Web.Shared.TagHelpers;
using SkiaSharp;

namespace PartyPortal.Web.Shared;

/// <summary>A certificate as a file: the words of its page, as text, and its QR code.</summary>
public sealed class CertificatePdf(PrintFont font, CurrentSettings settings, IStringLocalizer<Text> T)
{
    private const float QrEdge = 128;
    private static readonly SKColor Red = new(0xb3, 0x1b, 0x1b);
    private static readonly SKColor DarkRed = new(0x8f, 0x14, 0x14);

    private string Heading => T["Certificate"];

    /// <summary>Whether this machine has the letters for it; otherwise the browser prints the page.</summary>
    public bool CanWrite(CertificatePage page) => font.Has([Heading, T.Say(page.Says), .. Foot(page), page.Done.Branch, DayWords.Day(page.Done.On)]);

    /// <summary>The file to be saved; null where the machine lacks letters for it.</summary>
    public IActionResult? FileOf(CertificatePage page) => CanWrite(page) ? new FileContentResult(Write(page), "application/pdf") { FileDownloadName = $"{Heading} {page.Done.Title}.pdf" } : null;

    private byte[] Write(CertificatePage page) => PdfPage.Write($"{Heading} · {page.Done.Title}", page.Done.Branch, font, sheet =>
    {
        sheet.Bar(12, Red);
        sheet.Y = 140;
        sheet.Text(page.Done.Branch, 15);
        sheet.Y += 32;
        sheet.Text(Heading, 40, DarkRed);
        sheet.Y += 48;
        sheet.Text(T.Say(page.Says), 18, left: PdfPage.Margin);
        sheet.Y += 24;
        sheet.Text(DayWords.Day(page.Done.On), 15);
        sheet.Y += 80;
        sheet.Squares(QrCode.Squares(page.Address), PdfPage.Margin, sheet.Y, QrEdge);
        foreach (var line in Foot(page)) sheet.Text(line, 11, left: PdfPage.Margin + QrEdge + 20);
    });

    private IEnumerable<string> Foot(CertificatePage page) =>
        [$"{T["Code on the certificate"]} {PlainCode.InGroups(page.Code)}", T["Scan the square to see whether this certificate is genuine."], page.Address, SiteIdentity.Of(settings.Now).Name];
}
