using System.ComponentModel.DataAnnotations;
using PartyPortal.Domain;

namespace PartyPortal.Web.Platform.Sheets;

public class WorkbookForm : IForm
{
    [Display(Name = "Excel workbook"), Required]
    public IFormFile? Workbook { get; set; }
}

/// <summary>An uploaded sheet while it is being looked at: under a random name, for its sender alone, gone once imported.</summary>
internal sealed class SheetUpload(DataFolder folder, string? accountId)
{
    public const long MostBytes = 10 * 1024 * 1024;

    /// <summary>Keeps the file if it can be read.</summary>
    public async Task<Guid> KeepAsync(IFormFile file, Func<string, Sheet> read)
    {
        if (file.Length is 0 or > MostBytes) throw new RuleBrokenException("The workbook is empty or larger than {0} MB.", MostBytes / 1024 / 1024) { Field = nameof(WorkbookForm.Workbook) };

        var token = Guid.NewGuid();
        await using (var target = File.Create(PathOf(token))) await file.CopyToAsync(target);
        try
        {
            read(PathOf(token));
            return token;
        }
        catch (RuleBrokenException)
        {
            Forget(token);
            throw;
        }
    }

    /// <summary>Null where there is no such sheet of this sender.</summary>
    public string? Find(Guid token) => File.Exists(PathOf(token)) ? PathOf(token) : null;

    public Task<byte[]> BytesAsync(Guid token) => File.ReadAllBytesAsync(PathOf(token));

    public void Forget(Guid token) => File.Delete(PathOf(token));

    private string PathOf(Guid token) => folder.Path("imports", $"{accountId}-{token:N}.xlsx");
}
