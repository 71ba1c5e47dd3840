using PartyPortal.Data;

namespace PartyPortal.Web.Platform.Jobs;

/// <summary>Regular work without a person. Running it twice does it once.</summary>
public interface IPortalJob
{
    /// <summary>The pause after a run that went well.</summary>
    TimeSpan Every => TimeSpan.FromSeconds(30);

    Task RunAsync(PortalDb db, DateTime now);
}
