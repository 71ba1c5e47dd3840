using System.ComponentModel.DataAnnotations;
using PartyPortal.Data;
using PartyPortal.Web.Platform.Jobs;

namespace PartyPortal.Web.Platform.Sheets;

/// <summary>Deletes the workbooks that their senders neither imported nor gave up, and those that were imported a month ago.</summary>
[Display(Name = "Remove workbooks whose import was not finished")]
internal sealed class ForgetSheets(DataFolder folder) : IPortalJob
{
    public Task RunAsync(PortalDb db, DateTime now)
    {
        foreach (var file in SheetUpload.Abandoned(folder, now)) File.Delete(file);
        return Task.CompletedTask;
    }
}
