using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PartyPortal.Data.Accounts;
using PartyPortal.Data.Providers;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.People;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Privacy;

/// <summary>The inventory of personal data is whole: no column comes in unseen.</summary>
public sealed class PrivacyInventoryTests(Portal portal)
{
    private readonly PrivacyInventory _inventory = PrivacyInventory.Read();

    [Fact]
    public async Task Every_column_is_in_the_inventory_or_said_to_be_about_nobody()
    {
        var columns = await ColumnsAsync();
        var known = _inventory.Rows.Select(row => (row.Table, row.Column)).Concat(_inventory.AboutNobody).ToHashSet();

        Assert.NotEmpty(columns);
        Assert.Empty(columns.Where(c => !c.IsAboutNobodyByRule && !known.Contains(c.Name)).Select(c => $"not in docs/privacy.md: {c.Name}"));
    }

    [Fact]
    public async Task No_column_about_a_person_is_said_to_be_about_nobody() =>
        Assert.Empty((await ColumnsAsync()).Where(c => c.NamesAPerson && !_inventory.Rows.Any(row => (row.Table, row.Column) == c.Name)).Select(c => c.Name));

    [Fact]
    public async Task Every_row_names_a_column_once_and_says_all_of_it()
    {
        var columns = (await ColumnsAsync()).Select(c => c.Name).ToHashSet();
        var named = _inventory.Rows.Select(row => (row.Table, row.Column)).Concat(_inventory.AboutNobody).ToList();

        Assert.Empty(named.Where(name => !columns.Contains(name)).Select(name => $"no such column: {name}"));
        Assert.Empty(named.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => $"named twice: {group.Key}"));
        Assert.DoesNotContain(_inventory.Rows, row => new[] { row.Purpose, row.Term, row.SeenBy, row.ExportName, row.Protection }.Contains(""));
    }

    [Fact]
    public void No_two_columns_have_the_same_name_in_exports() =>
        Assert.Empty(_inventory.Rows.Select(row => row.ExportName).Where(name => name != "–").GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key));

    [Fact]
    public async Task What_the_inventory_lists_is_told_in_plain_words_to_everybody_and_to_each_person()
    {
        var branch = await portal.PlantBranchAsync("Physics");
        var li = await portal.PlantPersonAsync(branch, "Li Hua");
        var (everybody, own) = (await (await portal.As(Actor.Public)).OpenAsync("/en/privacy"), await (await portal.As(Actor.Of(li))).OpenAsync("/en/me"));

        foreach (var page in (Page[])[everybody, own])
            Assert.Equal(_inventory.Sections, page.Html.QuerySelectorAll("#kept dt").Select(line => line.TextContent));
    }

    private static async Task<List<Column>> ColumnsAsync()
    {
        await using var db = new SqlitePortalDb.Design().CreateDbContext([]);
        return [.. db.Model.GetRelationalModel().Tables.SelectMany(table => table.Columns).Select(Column.Of)];
    }

    private sealed record Column((string Table, string Column) Name, bool NamesAPerson, bool IsAboutNobodyByRule)
    {
        private static readonly Type[] People = [typeof(Account), typeof(Person)];

        public static Column Of(IColumn column)
        {
            var properties = column.PropertyMappings.Select(mapping => mapping.Property).ToList();
            var namesAPerson = properties.Any(property => NamesSomebody(property));
            var tellsNothing = properties.Count > 0 && properties.All(p => p.Name == "Version" || p.IsPrimaryKey() || p.IsForeignKey() || p.DeclaringType.ClrType == typeof(StoredFile));
            return new((column.Table.Name, column.Name), namesAPerson, tellsNothing && !namesAPerson && !properties.Exists(IsOfAPersonsTable));
        }

        // Marked as personal, a reference to an account or a person, or an account's id in words: "ApprovedBy".
        private static bool NamesSomebody(IProperty property) =>
            property.PropertyInfo?.IsDefined(typeof(PersonalAttribute)) == true
            || property.GetContainingForeignKeys().Any(key => People.Contains(key.PrincipalEntityType.ClrType))
            || property.Name.EndsWith("AccountId", StringComparison.Ordinal) || property.Name.EndsWith("PersonId", StringComparison.Ordinal)
            || (property.ClrType == typeof(string) && property.Name.EndsWith("By", StringComparison.Ordinal));

        // Where each row is about a person, only the row's own number and Version tell nothing.
        private static bool IsOfAPersonsTable(IProperty property) =>
            !(property.Name == "Version" || (property.IsPrimaryKey() && property.ClrType != typeof(string)))
            && (People.Contains(property.DeclaringType.ClrType) || property.DeclaringType.ContainingEntityType.GetForeignKeys().Any(key => People.Contains(key.PrincipalEntityType.ClrType)));
    }
}
