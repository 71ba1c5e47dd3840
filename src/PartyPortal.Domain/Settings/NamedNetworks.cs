using System.Net;

namespace PartyPortal.Domain.Settings;

/// <summary>Networks and what people call them, as "campus 10.0.0.0/8; VPN 172.16.0.0/12, 172.31.0.5".</summary>
public sealed class NamedNetworks
{
    private const string Field = $"Values.{nameof(PortalSettings.SignedInNetworks)}";

    private readonly List<(string Name, List<IPNetwork> Ranges)> _networks;

    private NamedNetworks(IEnumerable<(string, List<IPNetwork>)> networks) => _networks = [.. networks];

    /// <summary>Written past the page of settings, and no list of networks: it holds no address, so that it shuts and does not open.</summary>
    public bool IsUnreadable { get; private init; }

    /// <summary>Without any there is no limit.</summary>
    public bool IsEmpty => _networks.Count == 0 && !IsUnreadable;

    public IEnumerable<string> Names => _networks.Select(network => network.Name);

    public bool Hold(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return _networks.Exists(network => network.Ranges.Exists(range => range.Contains(plain)));
    }

    /// <summary>As they are kept.</summary>
    public static NamedNetworks OfKept(string? text)
    {
        try
        {
            return Parse(text);
        }
        catch (RuleBrokenException)
        {
            return new([]) { IsUnreadable = true };
        }
    }

    /// <exception cref="RuleBrokenException">A part has no name, no range, or one that is none.</exception>
    public static NamedNetworks Parse(string? text) =>
        new((text ?? "").Split([';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ParseOne));

    private static (string, List<IPNetwork>) ParseOne(string part)
    {
        var words = part.Split([' ', '\t', ',', '，', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToLookup(LooksLikeRange);
        var ranges = words[true].Select(word => Range(word) ?? throw new RuleBrokenException("“{0}” is no network. Write a name and its ranges, as: campus 10.0.0.0/8; VPN 172.16.0.0/12", word) { Field = Field }).ToList();
        var name = string.Join(' ', words[false]);
        if (name.Length == 0) throw new RuleBrokenException("“{0}” has no name. Write a name and its ranges, as: campus 10.0.0.0/8; VPN 172.16.0.0/12", part) { Field = Field };
        if (ranges.Count == 0) throw new RuleBrokenException("“{0}” has no range. Write a name and its ranges, as: campus 10.0.0.0/8; VPN 172.16.0.0/12", part) { Field = Field };

        return (name, ranges);
    }

    private static bool LooksLikeRange(string word) => word.Contains('/', StringComparison.Ordinal) || (char.IsAsciiHexDigit(word[0]) && IPAddress.TryParse(word, out _));

    private static IPNetwork? Range(string word) =>
        IPNetwork.TryParse(word, out var range) ? range
        : IPAddress.TryParse(word, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : null;
}
