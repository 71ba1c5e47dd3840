using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Data.Accounts;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>What stands between a right password and the portal: nothing, or a second step. Until that is done the browser holds a pass of ten minutes and no session.</summary>
public sealed class SignInPass(PortalDb db, BrowserSession session, KnownBrowser browser, IHttpContextAccessor http)
{
    private const string StampClaim = "stamp";
    private const string ReturnClaim = "return";

    private HttpContext Http => http.HttpContext!;

    /// <returns>The local address to go on to.</returns>
    public async Task<string> EnterAsync(Account account, string goOn)
    {
        if (!account.TwoFactorEnabled)
        {
            await FinishAsync(account);
            return goOn;
        }

        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, account.Id), new(StampClaim, account.SecurityStamp ?? ""), new(ReturnClaim, goOn)], PortalServices.StepScheme);
        await Http.SignInAsync(PortalServices.StepScheme, new ClaimsPrincipal(identity));
        return "~/sign-in/code";
    }

    /// <summary>The account whose password this browser gave a moment ago, and where it wants to go on; null where that is over, or the password has changed since.</summary>
    public async Task<(Account? Account, string GoOn)> WhoAsync()
    {
        var pass = (await Http.AuthenticateAsync(PortalServices.StepScheme)).Principal;
        var (id, stamp) = (pass?.FindFirstValue(ClaimTypes.NameIdentifier), pass?.FindFirstValue(StampClaim));
        var account = id is null ? null : await db.Users.SingleOrDefaultAsync(a => a.Id == id && a.State == AccountState.Active && a.TwoFactorEnabled);
        return (account?.SecurityStamp == stamp ? account : null, pass?.FindFirstValue(ReturnClaim) ?? "~/desk");
    }

    public async Task FinishAsync(Account account)
    {
        await Http.SignOutAsync(PortalServices.StepScheme);
        await session.BeginAsync(account.Id);
        browser.Remember(account);
    }
}
