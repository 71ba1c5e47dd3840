using PartyPortal.Data;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Platform.Sheets;

/// <summary>Deletes the workbooks that their senders neither imported nor gave up.</summary>
internal sealed class ForgetSheets(DataFolder folder) : IPortalJob
{
    public Task RunAsync(PortalDb db, DateTime now)
    {
        foreach (var file in SheetUpload.Abandoned(folder, now)) File.Delete(file);
        return Task.CompletedTask;
    }
}
