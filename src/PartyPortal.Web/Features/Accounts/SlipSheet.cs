using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using PartyPortal.Data.Accounts;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>A slip as it is printed, shown once: afterwards nobody can read the code again.</summary>
/// <param name="Address">The page where the code is typed in by whoever cannot scan.</param>
public sealed record SlipSheet(string Name, string SignInName, SlipKind Kind, string Code, string Address, DateTime ExpiresAt)
{
    public string Link => $"{Address}/{Code}";

    public IHtmlContent Qr => QrCode.Draw(Link);

    internal static async Task<SlipSheet> IssueAsync(Controller controller, SlipBook slips, Account account, SlipKind kind)
    {
        var services = controller.HttpContext.RequestServices;
        var (code, slip) = await slips.IssueAsync(account, kind, services.GetRequiredService<CurrentSettings>().Now);
        var root = services.GetRequiredService<IConfiguration>()["Portal:PublicAddress"]?.TrimEnd('/') ?? $"{controller.Request.Scheme}://{controller.Request.Host}";
        return new SlipSheet(account.DisplayName, account.UserName!, slip.Kind, code, root + controller.Url.Action("Index", "Activation"), slip.ExpiresAt);
    }
}
