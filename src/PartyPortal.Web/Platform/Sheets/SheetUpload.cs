using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using PartyPortal.Data.Access;
using PartyPortal.Domain;

namespace PartyPortal.Web.Platform.Sheets;

public class WorkbookForm : IForm
{
    [Display(Name = "Excel workbook"), Required]
    public IFormFile? Workbook { get; set; }
}

/// <summary>An uploaded workbook while somebody works on it: under a random name, encrypted, for its sender alone, gone when given up, and some time after it was imported.</summary>
public sealed class SheetUpload(DataFolder folder, IDataProtectionProvider protection, TimeProvider clock, CurrentViewer current)
{
    public const long MostBytes = 10 * 1024 * 1024;

    /// <summary>What nobody imported and nobody gave up is deleted after so long.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(12);

    /// <summary>What was imported stays so long beside the import that may be taken back.</summary>
    public static readonly TimeSpan ImportedKeptFor = TimeSpan.FromDays(30);

    private const string Folder = "imports";
    private const string Imported = "imported";
    private const string Claimed = "claimed";

    private readonly IDataProtector _protector = protection.CreateProtector(nameof(SheetUpload));

    /// <exception cref="RuleBrokenException">It is empty or too large.</exception>
    public static async Task<byte[]> ReadAsync(IFormFile file)
    {
        if (file.Length is 0 or > MostBytes) throw new RuleBrokenException("The file is empty or larger than {0} MB.", MostBytes / 1024 / 1024) { Field = file.Name };

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    public Guid Keep(byte[] workbook)
    {
        var token = Guid.NewGuid();
        Write(PathOf(token, "sheet"), workbook);
        return token;
    }

    /// <summary>How far the work on it is.</summary>
    public void SaveDraft<TDraft>(Guid token, TDraft draft) => Write(PathOf(token, "draft"), JsonSerializer.SerializeToUtf8Bytes(draft));

    /// <summary>Null where there is no such workbook of this sender.</summary>
    public byte[]? Find(Guid token) => Read(PathOf(token, "sheet"));

    /// <summary>Null where there is none.</summary>
    public TDraft? FindDraft<TDraft>(Guid token) where TDraft : class => Read(PathOf(token, "draft")) is { } draft ? JsonSerializer.Deserialize<TDraft>(draft) : null;

    /// <summary>It was imported: the work on it ends, the workbook itself is kept for a while.</summary>
    public void KeepImported(Guid token)
    {
        Write(PathOf(token, Imported), Find(token)!);
        Forget(token);
    }

    /// <summary>Null where it is not this sender's, or its time is over.</summary>
    public byte[]? FindImported(Guid token) => Read(PathOf(token, Imported));

    /// <summary>Takes it for one import: of two at once, one gets it. It is forgotten or given back afterwards.</summary>
    public bool Claim(Guid token)
    {
        try
        {
            File.Move(PathOf(token, "sheet"), PathOf(token, Claimed));
            return true;
        }
        catch (FileNotFoundException)
        {
            return false;
        }
    }

    public void GiveBack(Guid token) => File.Move(PathOf(token, Claimed), PathOf(token, "sheet"));

    public void Forget(Guid token)
    {
        File.Delete(PathOf(token, Claimed));
        File.Delete(PathOf(token, "sheet"));
        File.Delete(PathOf(token, "draft"));
    }

    internal static IEnumerable<string> Abandoned(DataFolder folder, DateTime now) =>
        new DirectoryInfo(Path.GetDirectoryName(folder.Path(Folder, "any"))!).EnumerateFiles().Where(file => file.LastWriteTimeUtc < now - (file.Extension == "." + Imported ? ImportedKeptFor : KeptFor)).Select(file => file.FullName);

    private void Write(string path, byte[] bytes)
    {
        File.WriteAllBytes(path, _protector.Protect(bytes));
        // The portal's clock and not the disk's: the demo's may be moved.
        File.SetLastWriteTimeUtc(path, clock.UtcNow());
    }

    private byte[]? Read(string path) => File.Exists(path) ? _protector.Unprotect(File.ReadAllBytes(path)) : null;

    private string PathOf(Guid token, string kind) => folder.Path(Folder, $"{current.Viewer.AccountId}-{token:N}.{kind}");
}
