using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data.Accounts;
using PartyPortal.Web.Platform;
using QRCoder;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>A slip as it is printed, shown once: afterwards nobody can read the code again.</summary>
public sealed record SlipSheet(string Name, string SignInName, bool IsReset, string Link, DateTime ExpiresAt)
{
    /// <summary>The link as a QR code in SVG; drawn by us from a link of ours alone.</summary>
    public IHtmlContent Qr
    {
        get
        {
            using var data = QRCodeGenerator.GenerateQrCode(Link, QRCodeGenerator.ECCLevel.M);
            using var svg = new SvgQRCode(data);
            return new HtmlString(svg.GetGraphic(4));
        }
    }

    internal static async Task<SlipSheet> IssueAsync(Controller controller, SlipBook slips, Account account)
    {
        var services = controller.HttpContext.RequestServices;
        var (code, ends) = await slips.IssueAsync(account, services.GetRequiredService<CurrentSettings>().Now);
        var configuration = services.GetRequiredService<IConfiguration>();
        var path = controller.Url.Action("Create", "Activation", new { code });
        var root = configuration["Portal:PublicAddress"]?.TrimEnd('/') ?? $"{controller.Request.Scheme}://{controller.Request.Host}";
        return new SlipSheet(account.DisplayName, account.UserName!, account.State is not AccountState.Invited, root + path, ends);
    }
}
