using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using PartyPortal.Domain.Access;

namespace PartyPortal.Domain.Settings;

/// <summary>One value of <see cref="PortalSettings"/>: how it is called, explained, read and written.</summary>
public sealed class SettingInfo
{
    private static readonly PortalSettings Defaults = new();

    private readonly PropertyInfo _property;

    private SettingInfo(PropertyInfo property) => _property = property;

    public static IReadOnlyList<SettingInfo> All { get; } = [.. typeof(PortalSettings).GetProperties().Where(p => p.CanWrite).Select(p => new SettingInfo(p))];

    /// <summary>The one that says how many class hours somebody has to reach in a year; null where nobody asks for any.</summary>
    public static SettingInfo? OfHours(bool isMember, IEnumerable<Role> offices) => All.SingleOrDefault(s => s.Key == PortalSettings.HoursKeyOf(isMember, offices));

    public string Key => _property.Name;
    public string Name => _property.GetCustomAttribute<DisplayAttribute>()!.Name!;
    public SettingAttribute About => _property.GetCustomAttribute<SettingAttribute>()!;
    public RangeAttribute? Range => _property.GetCustomAttribute<RangeAttribute>();
    public bool IsYesOrNo => _property.PropertyType == typeof(bool);
    public string Default => Of(Defaults);

    public string Of(PortalSettings settings) => Convert.ToString(_property.GetValue(settings), CultureInfo.InvariantCulture) ?? "";

    /// <summary>The settings that these rows make. A row of an older version that is unknown or out of range today does not count.</summary>
    public static PortalSettings Read(IReadOnlyDictionary<string, string> rows)
    {
        var settings = new PortalSettings();
        foreach (var info in All)
        {
            if (rows.TryGetValue(info.Key, out var text) && info.Parse(text) is { } value) info._property.SetValue(settings, value);
        }

        return settings;
    }

    private object? Parse(string text) => _property.PropertyType switch
    {
        var type when type == typeof(string) => text,
        var type when type == typeof(bool) => bool.TryParse(text, out var yes) ? yes : null,
        _ => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && Range?.IsValid(number) != false ? number : null,
    };
}
