namespace PartyPortal.Browser.Tests.Rig;

/// <summary>What a person holds, or sits before.</summary>
public sealed record Device(string Name, int Width, int Height, bool IsTouched, string? UserAgent = null)
{
    public static readonly Device Phone = new("phone", 390, 844, IsTouched: true);

    public static readonly Device Desktop = new("desktop", 1280, 900, IsTouched: false);

    /// <summary>The browser inside WeChat on an Android phone.</summary>
    public static readonly Device WeChat = Phone with
    {
        Name = "wechat",
        UserAgent = "Mozilla/5.0 (Linux; Android 14; Demo) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
            + "Chrome/126.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.50.2701(0x2800325B) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN",
    };

    private static readonly Device[] Each = [Phone, Desktop, WeChat];

    /// <summary>Names for a theory, so that each device is a test of its own.</summary>
    public static TheoryData<string> Names => [.. Each.Select(device => device.Name)];

    public static Device Named(string name) => Each.Single(device => device.Name == name);

    public override string ToString() => Name;

    internal BrowserNewContextOptions Options(Uri address, ColorScheme scheme) => new()
    {
        BaseURL = address.ToString(),
        ViewportSize = new() { Width = Width, Height = Height },
        HasTouch = IsTouched,
        IsMobile = IsTouched,
        UserAgent = UserAgent,
        ColorScheme = scheme,
        Locale = "zh-CN",
        TimezoneId = "Asia/Shanghai",
        ReducedMotion = ReducedMotion.Reduce,
        AcceptDownloads = true,
    };
}
