using PartyPortal.Domain.Files;

namespace PartyPortal.Web.Platform.Programs;

/// <summary>Makes PDF of slides and text documents, where it is installed. Each run has a profile of its own, in which nothing of a document is run or fetched.</summary>
internal sealed class LibreOffice(IConfiguration configuration)
{
    private const string Profile = """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableActiveContent" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
        </oor:items>
        """;

    // Tagged, so that it can be read aloud.
    private const string Tagged = """{"UseTaggedPDF":{"type":"boolean","value":"true"}}""";

    private readonly OutsideProgram _program = new("soffice", configuration["Portal:Programs:LibreOffice"]);

    public bool IsInstalled => _program.IsInstalled;

    /// <param name="folder">Where it may work; thrown away afterwards.</param>
    /// <param name="bytes">The document.</param>
    /// <param name="file">What the portal knows of it.</param>
    /// <returns>Where the PDF is; null where none came of it.</returns>
    public async Task<string?> MakePdfAsync(string folder, Stream bytes, StoredFile file)
    {
        // The name is the portal's own: the sender's could be an option or lead elsewhere.
        var (source, target) = (Path.Combine(folder, "document" + Path.GetExtension(file.Name)), Path.Combine(folder, "document.pdf"));
        await using (var copy = File.Create(source)) await bytes.CopyToAsync(copy);
        var profile = Directory.CreateDirectory(Path.Combine(folder, "profile", "user"));
        await File.WriteAllTextAsync(Path.Combine(profile.FullName, "registrymodifications.xcu"), Profile);

        var filter = file.Kind is FileKind.Slides ? "impress_pdf_Export" : "writer_pdf_Export";
        var said = await _program.RunAsync(folder, $"-env:UserInstallation={new Uri(profile.Parent!.FullName)}", "--headless", "--norestore", "--nolockcheck", "--convert-to", $"pdf:{filter}:{Tagged}", "--outdir", folder, source);
        return said is not null && File.Exists(target) ? target : null;
    }
}
