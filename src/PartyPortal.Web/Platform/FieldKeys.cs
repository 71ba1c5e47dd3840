using System.Security.Cryptography;
using System.Text.Json;
using PartyPortal.Domain.Sealing;

namespace PartyPortal.Web.Platform;

/// <summary>
/// The key file of sealed fields, by default keys/fields.json in the data folder, readable for its owner alone:
/// {"active":1,"keys":{"1":"…"},"indexKey":"…"}, each key 32 bytes in Base64.
/// </summary>
internal sealed class FieldKeys(DataFolder folder, IConfiguration configuration)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    private readonly string _path = configuration["Portal:FieldKeys"] is { Length: > 0 } given ? given : folder.Path("keys", "fields.json");

    public bool Exist => File.Exists(_path);

    public string Missing => $"The key file of sealed fields is missing: {_path}. Restore it, or name it by the setting Portal:FieldKeys. A new installation makes it by the command 'keys'.";

    public FieldSealer Sealer()
    {
        if (!Exist) throw new InvalidOperationException(Missing);

        try
        {
            return new FieldSealer(JsonSerializer.Deserialize<SealingKeys>(File.ReadAllText(_path), Json)!);
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException or NullReferenceException)
        {
            throw new InvalidOperationException($"The key file of sealed fields cannot be read: {_path}. {broken.Message}", broken);
        }
    }

    /// <summary>Makes the file, or adds a key that seals from now on; what the older keys sealed stays readable.</summary>
    /// <returns>The number of the key in use.</returns>
    public ushort Renew()
    {
        var before = Exist ? JsonSerializer.Deserialize<SealingKeys>(File.ReadAllText(_path), Json)!.Checked() : new SealingKeys(0, new Dictionary<ushort, byte[]>(), NewKey());
        var active = (ushort)(before.Active + 1);
        Write(before with { Active = active, Keys = new Dictionary<ushort, byte[]>(before.Keys) { [active] = NewKey() } });
        return active;
    }

    // Beside the old file and then in its place: a crash in between leaves one of the two whole.
    private void Write(SealingKeys keys)
    {
        var next = _path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(next, options))
        {
            JsonSerializer.Serialize(file, keys, Json);
            file.Flush(flushToDisk: true);
        }

        File.Move(next, _path, overwrite: true);
    }

    private static byte[] NewKey() => RandomNumberGenerator.GetBytes(SealingKeys.KeyLength);
}
