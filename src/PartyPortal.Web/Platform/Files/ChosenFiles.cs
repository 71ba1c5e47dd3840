using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain;
using PartyPortal.Domain.Files;

namespace PartyPortal.Web.Platform.Files;

/// <summary>The files of a form, as <c>&lt;choose-files&gt;</c> posts them: sent ahead in pieces, or with the form itself where there is no JavaScript.</summary>
public sealed class ChosenFiles
{
    public List<Guid> Uploads { get; set; } = [];
    public List<IFormFile> Files { get; set; } = [];

    public int Count => Uploads.Count + Files.Count;
}

/// <summary>Hands the files of a form over to the row that will own them.</summary>
public sealed class Arrivals(PortalDb db, FileIntake intake, IFileStore store)
{
    /// <summary>The files, for the owner to keep in the same save: only then do the uploads end. If that save fails, they wait on.</summary>
    /// <exception cref="RuleBrokenException">There are too many, one is gone or still on its way, or a file of a plain form may not be taken.</exception>
    /// <param name="chosen">What the form posted.</param>
    /// <param name="field">The field's name in the form, beside which a refusal is said.</param>
    /// <param name="use">What the files are for.</param>
    /// <param name="most">So many at most.</param>
    public async Task<IReadOnlyList<StoredFile>> TakeAsync(ChosenFiles chosen, string field, FileUse use, int most = 1)
    {
        try
        {
            return await TakeAsync(chosen, use, most);
        }
        catch (RuleBrokenException refused) when (refused.Field is null)
        {
            throw new RuleBrokenException(refused.Message, refused.Details) { Field = field };
        }
    }

    private async Task<List<StoredFile>> TakeAsync(ChosenFiles chosen, FileUse use, int most)
    {
        if (chosen.Count > most) throw new RuleBrokenException("At most {0} files can be kept here.", most);

        var wanted = chosen.Uploads.Distinct().ToList();
        var arrived = await db.Uploads.Where(u => wanted.Contains(u.Id) && u.Use == use).ToListAsync();
        if (arrived.Count < wanted.Count) throw new RuleBrokenException("A file that was sent ahead is not here any more. Send it again.");
        if (arrived.Find(u => u.File is null) is { } going) throw new RuleBrokenException("“{0}” is still on its way. Wait until it has arrived.", going.Name);

        db.RemoveRange(arrived);
        List<StoredFile> files = [.. wanted.Select(id => arrived.Find(u => u.Id == id)!.File!)];
        foreach (var sent in chosen.Files)
        {
            await using var bytes = sent.OpenReadStream();
            files.Add(await intake.TakeAsync(bytes, sent.FileName, use));
        }

        return files;
    }

    /// <summary>Saves; the rows dropped go in the same save, and their bytes once it is done.</summary>
    public async Task SaveWithoutAsync(IReadOnlyList<AttachedFile> dropped)
    {
        db.RemoveRange(dropped);
        await db.SaveChangesAsync();
        foreach (var row in dropped) store.Delete(row.File.StoreName);
    }
}
