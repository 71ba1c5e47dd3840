using System.Reflection;
using PartyPortal.Domain.Settings;

namespace PartyPortal.Domain.Tests;

public sealed class SettingTests
{
    [Fact]
    public void Each_setting_is_named_explained_and_within_its_own_range()
    {
        Assert.All(SettingInfo.All, info =>
        {
            Assert.False(string.IsNullOrEmpty(info.Name) || string.IsNullOrEmpty(info.About.Why), info.Key);
            Assert.True(info.Range is null || info.Range.IsValid(info.Default), $"{info.Key} defaults to {info.Default}.");
            Assert.Equal(typeof(PortalSettings).GetProperty(info.Key)!.PropertyType == typeof(int), info.Range is not null && info.About.Unit != 0);
        });
        Assert.Equal(typeof(PortalSettings).GetProperties(BindingFlags.Public | BindingFlags.Instance).Length, SettingInfo.All.Count);
    }

    [Fact]
    public void A_row_that_makes_no_sense_today_leaves_the_default()
    {
        var settings = SettingInfo.Read(new Dictionary<string, string> { ["NoticeMonths"] = "600", ["IdleMinutes"] = "soon", ["OfficesNeedSecondFactor"] = "perhaps", ["OfAnotherVersion"] = "1", ["FailuresToLock"] = "7" });

        Assert.Equal(new PortalSettings { FailuresToLock = 7 }, settings);
    }
}
