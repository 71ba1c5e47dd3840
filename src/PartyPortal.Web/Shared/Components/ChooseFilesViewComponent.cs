using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Files;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Shared.Components;

/// <summary>The field of a form in which files are chosen: sent ahead with a progress bar, or with the form where there is no JavaScript.</summary>
public sealed class ChooseFilesViewComponent(PortalDb db, FileLimits limits) : ViewComponent
{
    /// <param name="field">A <see cref="ChosenFiles"/> of the form.</param>
    /// <param name="use">What the files are for.</param>
    /// <param name="label">The field's name, translated.</param>
    /// <param name="most">So many at most.</param>
    /// <param name="kinds">Where not all kinds of the use are taken.</param>
    /// <param name="mostMegabytes">Where a file may not be as large as the use allows.</param>
    /// <param name="hint">What stands above, translated.</param>
    public async Task<IViewComponentResult> InvokeAsync(ModelExpression field, FileUse use, string label, int most = 1, IReadOnlyList<FileKind>? kinds = null, int? mostMegabytes = null, string? hint = null)
    {
        var allowed = FileTypes.KindsFor(use).Max(kind => limits.BytesOf(use, kind)) / 1024 / 1024;
        var name = ViewData.TemplateInfo.GetFullHtmlFieldName(field.Name);
        var ids = (field.Model as ChosenFiles)?.Uploads ?? [];
        return View(new FileField
        {
            Name = name,
            Label = label,
            Use = use,
            Most = most,
            Hint = hint,
            Kinds = kinds,
            MostMegabytes = mostMegabytes is { } asked ? Math.Min(asked, allowed) : allowed,
            PlainMegabytes = limits.PlainFormBytes / 1024 / 1024,
            Error = ModelState[name]?.Errors.FirstOrDefault()?.ErrorMessage,
            // After a refused form: what had arrived before it need not be sent again.
            Arrived = ids.Count == 0 ? [] : await db.Uploads.Where(u => ids.Contains(u.Id)).OrderBy(u => u.ExpiresAt).Select(u => new ArrivedFile(u.Id, u.Name)).ToListAsync(),
        });
    }
}

public sealed record ArrivedFile(Guid Id, string Name);

public sealed record FileField
{
    public required string Name { get; init; }
    public required string Label { get; init; }
    public required FileUse Use { get; init; }
    public required int Most { get; init; }
    public required long MostMegabytes { get; init; }
    public required long PlainMegabytes { get; init; }
    public required IReadOnlyList<ArrivedFile> Arrived { get; init; }

    /// <summary>Why the files of the form before were refused.</summary>
    public string? Error { get; init; }

    public string Id => TagBuilder.CreateSanitizedId(Name, "_");
    public string? Hint { get; init; }

    /// <summary>Null: those of the use.</summary>
    public IReadOnlyList<FileKind>? Kinds { get; init; }

    public string Extensions => FileTypes.ExtensionsOf(Kinds ?? FileTypes.KindsFor(Use));

    /// <summary>For pictures, video and audio only: by a list of extensions, telephones offer no file at all.</summary>
    public string? Accept => Use switch { FileUse.Picture => "image/*", FileUse.Video => "video/*", FileUse.Audio => "audio/*", _ => null };
}
