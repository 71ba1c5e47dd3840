using PartyPortal.Domain.Settings;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Access;

/// <summary>The networks from which people sign in, as they hold now.</summary>
public sealed partial class CurrentNetworks(CurrentSettings settings, IConfiguration configuration, ILogger<CurrentNetworks> log)
{
    // The operator's way back, when the networks themselves have changed.
    private readonly bool _isLifted = configuration["Portal:Networks"] == "off";

    private volatile Known _known = new(null, NamedNetworks.Parse(null));

    public NamedNetworks Now
    {
        get
        {
            var text = _isLifted ? null : settings.Now.SignedInNetworks;
            if (_known.Text == text) return _known.Networks;

            var networks = NamedNetworks.OfKept(text);
            if (networks.IsUnreadable) LogShut(log);
            return (_known = new Known(text, networks)).Networks;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The setting SignedInNetworks cannot be read: until it is mended nobody signs in but on this machine itself. docs/operations.md, \"Nobody can sign in\", says how to get in.")]
    private static partial void LogShut(ILogger log);

    private sealed record Known(string? Text, NamedNetworks Networks);
}
