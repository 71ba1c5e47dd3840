namespace PartyPortal.Domain.Files;

/// <summary>
/// What a row keeps of a file; the bytes lie in the file store. The file has no visibility of its own: whoever may read
/// the row may read the file, and it goes when the row goes.
/// </summary>
public sealed record StoredFile
{
    public const int StoreNameLength = 32;
    public const int NameMaxLength = 120;
    public const int MediaTypeMaxLength = 100;
    public const int Sha256Length = 64;

    private StoredFile() { }

    public StoredFile(string storeName, string name, FileKind kind, string mediaType, long bytes, string sha256) =>
        (StoreName, Name, Kind, MediaType, Bytes, Sha256) = (storeName, name, kind, mediaType, bytes, sha256);

    /// <summary>Random; says nothing about the file and is never part of an address.</summary>
    public string StoreName { get; private init; } = "";

    /// <summary>As people see it, cleaned of whatever a file system or a header could misread.</summary>
    public string Name { get; private init; } = "";

    public FileKind Kind { get; private init; }
    public string MediaType { get; private init; } = "";
    public long Bytes { get; private init; }

    /// <summary>Of the bytes as kept, in lower-case hexadecimal digits.</summary>
    public string Sha256 { get; private init; } = "";
}
