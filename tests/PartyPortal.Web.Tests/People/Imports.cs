using Microsoft.Extensions.DependencyInjection;
using PartyPortal.Web.Features.People;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.People;

internal static class Imports
{
    /// <summary>As the runner does it: one test at a time, for the job takes all that waits.</summary>
    private static readonly SemaphoreSlim OneAtATime = new(1);

    public static async Task RunImportsAsync(this Portal portal)
    {
        await OneAtATime.WaitAsync();
        try
        {
            await portal.InDbAsync(db => ActivatorUtilities.CreateInstance<ImportPeople>(portal.Services).RunAsync(db, portal.Clock.UtcNow()));
        }
        finally
        {
            OneAtATime.Release();
        }
    }
}
