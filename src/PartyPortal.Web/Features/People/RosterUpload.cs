using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Features.People;

public sealed class RosterForm : IForm
{
    [Display(Name = "Branch"), BranchChoice, Required]
    public int? BranchId { get; set; }

    [Display(Name = "Excel workbook"), Required]
    public IFormFile? Workbook { get; set; }
}

/// <summary>An uploaded sheet while it is being looked at: under a random name, for its sender alone, gone once imported.</summary>
internal sealed class RosterUpload(DataFolder folder, string? accountId)
{
    public const long MostBytes = 10 * 1024 * 1024;

    public async Task<Guid> KeepAsync(IFormFile file)
    {
        if (file.Length is 0 or > MostBytes) throw new RuleBrokenException("The workbook is empty or larger than {0} MB.", MostBytes / 1024 / 1024) { Field = nameof(RosterForm.Workbook) };

        var token = Guid.NewGuid();
        await using (var target = File.Create(PathOf(token))) await file.CopyToAsync(target);
        return token;
    }

    /// <summary>Null where there is no such sheet of this sender.</summary>
    public string? Find(Guid token) => File.Exists(PathOf(token)) ? PathOf(token) : null;

    public void Forget(Guid token) => File.Delete(PathOf(token));

    private string PathOf(Guid token) => folder.Path("imports", $"{accountId}-{token:N}.xlsx");
}
