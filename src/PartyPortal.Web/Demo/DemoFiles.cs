using System.Security.Cryptography;
using System.Text;
using PartyPortal.Domain.Files;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Demo;

/// <summary>Small text files that hang on notices and guides.</summary>
internal sealed class DemoFiles(DataFolder folder, TimeProvider clock)
{
    private readonly DiskFileStore _store = new(folder, clock);

    public StoredFile Text(string name, params IEnumerable<string> lines)
    {
        var bytes = Encoding.UTF8.GetBytes($"\uFEFF{name}（演示）\r\n\r\n{string.Concat(lines.Select(line => line + "\r\n"))}");
        var temporary = _store.Temporary(Guid.NewGuid());
        File.WriteAllBytes(temporary, bytes);
        return new StoredFile(_store.Keep(temporary), $"{name}.txt", FileKind.Text, "text/plain", bytes.Length, Convert.ToHexStringLower(SHA256.HashData(bytes)));
    }
}
