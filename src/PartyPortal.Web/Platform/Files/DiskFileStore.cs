using System.Security.Cryptography;
using PartyPortal.Domain.Files;

namespace PartyPortal.Web.Platform.Files;

/// <summary>Files in the data folder, spread over two levels of folders: files/3f/a0/3fa0….</summary>
internal sealed class DiskFileStore(DataFolder folder, TimeProvider clock) : IFileStore
{
    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    private readonly string _root = folder.Path("files");
    private readonly string _incoming = folder.Path("files", "incoming");

    public long FreeBytes => new DriveInfo(folder.Root).AvailableFreeSpace;

    public string Temporary(Guid id) => folder.Path("files", "incoming", $"{id:N}.part");

    public string Keep(string temporary)
    {
        // The rename must not overtake the bytes: after a power cut there would be a name with nothing behind it.
        using (var written = new FileStream(temporary, FileMode.Open, FileAccess.ReadWrite)) written.Flush(flushToDisk: true);
        // The portal's clock and not the machine's: the sweep compares with it.
        File.SetLastWriteTimeUtc(temporary, clock.UtcNow());

        var name = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(StoredFile.StoreNameLength / 2));
        File.Move(temporary, PathOf(name));
        return name;
    }

    public Stream? Open(string storeName)
    {
        try
        {
            return new FileStream(PathOf(storeName), FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 64 * 1024, FileOptions.Asynchronous);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    public string AddressOf(string storeName) => PathOf(storeName);

    public void Delete(string storeName) => File.Delete(PathOf(storeName));

    public IEnumerable<string> KeptBefore(DateTime instant) =>
        from level in Directory.EnumerateDirectories(Directory.CreateDirectory(_root).FullName)
        where level != _incoming
        from file in Directory.EnumerateFiles(level, "*", SearchOption.AllDirectories)
        where File.GetLastWriteTimeUtc(file) < instant
        select Path.GetFileName(file);

    public void DropAbandoned()
    {
        // The machine stamps each written byte with its own clock, whatever the portal's says.
        var before = TimeProvider.System.GetUtcNow().UtcDateTime - Patience;
        foreach (var file in Directory.EnumerateFiles(Directory.CreateDirectory(_incoming).FullName).Where(f => File.GetLastWriteTimeUtc(f) < before)) File.Delete(file);
    }

    private string PathOf(string name) => IsOurs(name)
        ? folder.Path("files", name[..2], name[2..4], name)
        : throw new ArgumentException("No name of this store.", nameof(name));

    private static bool IsOurs(string name) => name.Length == StoredFile.StoreNameLength && name.All(char.IsAsciiHexDigitLower);
}
