using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Settings;
using PartyPortal.Web.Access;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.Settings;

/// <summary>What the organisation decides about its portal, on one page. Each change is one row of the audit.</summary>
[Route("admin/settings"), Authorize(Policies.ManageSettings)]
public sealed class SettingsController(PortalDb db, CurrentSettings settings) : Controller
{
    [HttpGet("")]
    public IActionResult Index() => View(new SettingsForm { Values = settings.Now });

    [HttpPost("")]
    public async Task<IActionResult> Index(SettingsForm form)
    {
        form.Values.RequireFitting();
        NetworkZones.RequireHolding(NamedNetworks.Parse(form.Values.SignedInNetworks), HttpContext);
        foreach (var info in SettingInfo.All) await SetAsync(info, info.Of(form.Values));
        await db.SaveChangesAsync();
        return this.Done("The settings are saved and hold from now on.", nameof(Index));
    }

    [HttpPost("{key}/default")]
    public async Task<IActionResult> Reset(string key)
    {
        if (SettingInfo.All.FirstOrDefault(i => i.Key == key) is not { } info) return NotFound();

        SettingInfo.Read(SettingInfo.All.Where(i => i != info).ToDictionary(i => i.Key, i => i.Of(settings.Now))).RequireFitting();
        await SetAsync(info, info.Default);
        await db.SaveChangesAsync();
        return this.Done("The default holds again.", nameof(Index));
    }

    private async Task SetAsync(SettingInfo info, string value)
    {
        var row = await db.Settings.FindAsync(info.Key);
        var before = row?.Value ?? info.Default;
        if (before == value) return;

        if (value == info.Default) db.Remove(row!);
        else if (row is null) db.Add(new Setting { Key = info.Key, Value = value });
        else row.Value = value;
        db.Record("Setting.Changed", info.Key, $"{Shown(before)} → {Shown(value)}");
    }

    private static string Shown(string value) => value.Length == 0 ? "–" : value;
}
