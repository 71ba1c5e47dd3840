using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Collections;
using PartyPortal.Domain.Files;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Features.Collections;

/// <summary>Every file that was handed in, in a folder of its branch and person, with the workbook on top.</summary>
internal static class CollectedZip
{
    public static async Task<ZipAnswer> OfAsync(PortalDb db, Collection collection)
    {
        var rows = await db.CollectionFiles.Where(f => f.Answer.CollectionId == collection.Id && f.Answer.State == AnswerState.HandedIn).OrderBy(f => f.AnswerId).ThenBy(f => f.Question).ThenBy(f => f.Id)
            .Select(f => new { f.Answer.PersonId, f.Answer.Name, f.Answer.Number, Branch = f.Answer.OfBranch.Name, f.Question, File = f.File.Name, f.File.StoreName }).ToListAsync();
        var places = collection.Questions.ToDictionary(q => q.Number, q => q.Position);
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var name = NameOf(collection.Title);
        return new ZipAnswer(name, (name + ".xlsx", await CollectedSheet.OfAsync(db, collection)), [.. rows.Select(f =>
        {
            var folder = f.PersonId is null ? NameOf(f.Branch) : $"{NameOf(f.Branch)}/{NameOf(f.Number is null ? f.Name : $"{f.Name} {f.Number}")}";
            return (Unused(taken, $"{folder}/{places[f.Question]}-{FileName.Clean(f.File)}"), f.StoreName);
        })]);
    }

    /// <summary>A title or name as a folder: nothing in it climbs out or means something to a file system.</summary>
    public static string NameOf(string words) => FileName.Clean(words.Replace('/', '／').Replace('\\', '＼'));

    private static string Unused(HashSet<string> taken, string path)
    {
        var (stem, extension) = (path[..^FileName.Extension(path).Length], FileName.Extension(path));
        for (var number = 2; !taken.Add(path); number++) path = $"{stem} ({number}){extension}";
        return path;
    }
}
