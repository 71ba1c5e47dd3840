namespace PartyPortal.Web.Platform.Files;

/// <summary>The bytes of files, under random names, away from everything that a web server serves.</summary>
public interface IFileStore
{
    /// <summary>What is still free where files are kept, in bytes.</summary>
    long FreeBytes { get; }

    /// <summary>The address of a file that is only being written: nobody serves it, and it is swept a day after its last byte.</summary>
    /// <param name="id">Known to who writes it; a file written in several sittings is found again by it.</param>
    string Temporary(Guid id);

    /// <summary>Makes a written file permanent, its bytes being safe on the disk first; answers its random name.</summary>
    string Keep(string temporary);

    /// <summary>Null where there is no such file.</summary>
    Stream? Open(string storeName);

    /// <summary>Where a kept file lies, for a program that seeks in it.</summary>
    string AddressOf(string storeName);

    /// <summary>After the commit that forgot the file. One that is gone already is as good as deleted.</summary>
    void Delete(string storeName);

    /// <summary>The names of the files kept before an instant.</summary>
    IEnumerable<string> KeptBefore(DateTime instant);

    /// <summary>Deletes what was begun, and for a day not gone on with.</summary>
    void DropAbandoned();
}
