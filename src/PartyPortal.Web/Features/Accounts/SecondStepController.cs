using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;
using PartyPortal.Domain;
using PartyPortal.Web.Access;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Accounts;

/// <summary>The second step of signing in: a code from the app or from the card.</summary>
[Route("sign-in/code"), AllowAnonymous, InsideOnly]
public sealed class SecondStepController(SignInPass pass, SecondFactorBook factor, IStringLocalizer<Text> text) : Controller
{
    [HttpGet("")]
    public async Task<IActionResult> Create() => (await pass.WhoAsync()).Account is null ? FromTheStart() : View(new CodeForm());

    [HttpPost(""), EnableRateLimiting(RateLimits.Code)]
    public async Task<IActionResult> Create(CodeForm form)
    {
        var (account, goOn) = await pass.WhoAsync();
        if (account is null) return FromTheStart();

        var verdict = await factor.CheckAsync(account, form.Code);
        if (verdict is CodeVerdict.Wrong)
            throw new RuleBrokenException("This code is wrong or was used already, or five wrong ones have locked this step for a quarter of an hour.") { Field = nameof(form.Code) };

        await pass.FinishAsync(account);
        if (verdict is CodeVerdict.FromCard) TempData[Flash.Success] = text["That code of your card is used up; {0} are left.", await factor.CountCodesAsync(account.Id)].Value;
        return LocalRedirect(goOn);
    }

    private RedirectToActionResult FromTheStart() => RedirectToAction("Create", "SignIn");
}

public sealed class CodeForm : IForm
{
    [Display(Name = "Code"), Required, StringLength(40)]
    public string Code { get; set; } = "";
}
