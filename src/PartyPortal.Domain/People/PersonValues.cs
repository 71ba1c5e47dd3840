using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PartyPortal.Domain.Sealing;

namespace PartyPortal.Domain.People;

/// <summary>What an import may overwrite of a record.</summary>
public sealed record PersonValues(
    string Name, string? Number, DateOnly? BornOn, DateOnly? AppliedOn, DateOnly? AdmittedOn, DateOnly? ConvertedOn, string? Email, string? PhoneSealed, string? IdNumberSealed, string? IdNumberIndex)
{
    private const string Column = nameof(PersonValues);

    public string Seal(Guid sealId, FieldSealer sealer) => sealer.Seal(JsonSerializer.Serialize(this), sealId, Column);

    /// <exception cref="RuleBrokenException">It was changed outside the portal.</exception>
    public static PersonValues Open(string sealedText, Guid sealId, FieldSealer sealer) => JsonSerializer.Deserialize<PersonValues>(sealer.Open(sealedText, sealId, Column))!;
}

public static class PersonPrint
{
    /// <summary>The same as long as nobody changes the record, its place or its account.</summary>
    public static string Print(this Person person) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(
        CultureInfo.InvariantCulture, $"{person.SealId}|{JsonSerializer.Serialize(person.Values)}|{person.Stage}|{person.BranchId}|{person.GroupId}|{person.AccountId}"))));
}
