using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using PartyPortal.Domain;
using PartyPortal.Domain.Sealing;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Tests.People;

/// <summary>The key file of sealed fields, as the command and the first start make it.</summary>
public sealed class FieldKeysTests : IDisposable
{
    private static readonly Guid Row = Guid.NewGuid();

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("portal-keys-");
    private readonly FieldKeys _keys;

    public FieldKeysTests() => _keys = new FieldKeys(new DataFolder(_folder.FullName), new ConfigurationManager());

    [Fact]
    public void The_file_is_for_its_owner_alone()
    {
        _keys.Renew();

        var file = Path.Combine(_folder.FullName, "keys", "fields.json");
        Assert.True(_keys.Exist);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public void A_renewed_file_opens_what_the_older_key_sealed()
    {
        _keys.Renew();
        var before = _keys.Sealer();
        var old = before.Seal("138", Row, "Phone");

        Assert.Equal(2, _keys.Renew());

        var after = _keys.Sealer();
        Assert.Equal("138", after.Open(old, Row, "Phone"));
        Assert.Throws<RuleBrokenException>(() => before.Open(after.Seal("138", Row, "Phone"), Row, "Phone"));
        Assert.Equal(before.IndexOf("138"), after.IndexOf("138"));
    }

    [Fact]
    public void A_setting_names_another_file()
    {
        var elsewhere = Path.Combine(_folder.FullName, "given.json");
        var keys = new FieldKeys(new DataFolder(_folder.FullName), new ConfigurationManager { ["Portal:FieldKeys"] = elsewhere });

        keys.Renew();

        Assert.True(File.Exists(elsewhere));
        Assert.False(_keys.Exist);
    }

    [Fact]
    public void Without_the_file_a_clear_sentence_says_how_to_get_it()
    {
        var missing = Assert.Throws<InvalidOperationException>(() => _keys.Sealer());

        Assert.Contains("fields.json", missing.Message);
        Assert.Contains("Portal:FieldKeys", missing.Message);
        Assert.Contains("'keys'", missing.Message);
    }

    [Theory, InlineData("{"), InlineData("{}"), InlineData("null")]
    public void A_broken_file_is_named_and_never_replaced(string content)
    {
        var file = new DataFolder(_folder.FullName).Path("keys", "fields.json");
        File.WriteAllText(file, content);

        Assert.Contains(file, Assert.Throws<InvalidOperationException>(() => _keys.Sealer()).Message);
        Assert.Equal(content, File.ReadAllText(file));
    }

    [Fact]
    public void A_key_of_another_length_is_refused()
    {
        _keys.Renew();
        var file = Path.Combine(_folder.FullName, "keys", "fields.json");
        var json = JsonNode.Parse(File.ReadAllText(file))!;
        json["keys"]!["1"] = "c2hvcnQ=";
        File.WriteAllText(file, json.ToJsonString());

        Assert.Contains($"{SealingKeys.KeyLength} bytes", Assert.Throws<InvalidOperationException>(() => _keys.Sealer()).Message);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
