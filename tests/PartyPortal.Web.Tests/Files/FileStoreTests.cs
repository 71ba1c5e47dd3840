using PartyPortal.Data.Files;
using PartyPortal.Domain.Access;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Files;

/// <summary>The store and its sweep, on a folder of their own.</summary>
public sealed class FileStoreTests : IDisposable
{
    private readonly Portal _portal;
    private readonly string _root = Directory.CreateTempSubdirectory("portal-files-").FullName;
    private readonly DiskFileStore _store;

    public FileStoreTests(Portal portal) => (_portal, _store) = (portal, new DiskFileStore(new DataFolder(_root), portal.Clock));

    [Fact]
    public void A_file_lies_under_a_random_name_that_tells_nothing()
    {
        var (one, other) = (Keep("the same"), Keep("the same"));

        Assert.NotEqual(one, other);
        Assert.Equal(32, one.Length);
        Assert.True(File.Exists(Path.Combine(_root, "files", one[..2], one[2..4], one)));
    }

    [Theory, InlineData("../portal.db"), InlineData("..\\keys"), InlineData("/etc/passwd"), InlineData(""), InlineData("3fa0")]
    public void No_other_file_is_reached_through_a_name(string name) => Assert.Throws<ArgumentException>(() => _store.Open(name));

    [Fact]
    public void A_deleted_file_is_gone_and_may_be_deleted_again()
    {
        var name = Keep("text");

        _store.Delete(name);
        _store.Delete(name);

        Assert.Null(_store.Open(name));
    }

    [Fact]
    public async Task The_sweep_takes_what_nobody_keeps_after_a_day_and_what_was_given_up()
    {
        var orphan = Keep("orphan");
        var (given, going) = (_store.Temporary(Guid.NewGuid()), _store.Temporary(Guid.NewGuid()));
        await File.WriteAllTextAsync(given, "half");
        await File.WriteAllTextAsync(going, "half");
        File.SetLastWriteTimeUtc(given, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-25));
        var sweep = new SweepFiles(_store);

        await _portal.InDbAsync(db => sweep.RunAsync(db, _portal.Clock.UtcNow().AddHours(23)));
        Assert.NotNull(_store.Open(orphan));
        Assert.False(File.Exists(given));
        Assert.True(File.Exists(going));

        await _portal.InDbAsync(db => sweep.RunAsync(db, _portal.Clock.UtcNow().AddHours(48)));
        Assert.Null(_store.Open(orphan));
    }

    [Fact]
    public async Task Whoever_sees_less_than_everything_may_not_judge_what_is_kept() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => _portal.InDbAsync(Viewer.Public, db => FilesInUse.AmongAsync(db, ["x"])));

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private string Keep(string text)
    {
        var temporary = _store.Temporary(Guid.NewGuid());
        File.WriteAllText(temporary, text);
        return _store.Keep(temporary);
    }
}
