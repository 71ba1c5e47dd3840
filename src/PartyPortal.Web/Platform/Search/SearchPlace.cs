using System.Globalization;
using Lucene.Net.Search;
using PartyPortal.Domain.Search;

namespace PartyPortal.Web.Platform.Search;

/// <summary>A place in the order of what was found: how well it fits (0 where the newest come first), since when it is to be read, which row it is.</summary>
public sealed record SearchPlace(float Score, long At, long Row)
{
    public SearchKind Kind => (SearchKind)(Row >> 32);

    public int Id => (int)Row;

    public static long RowOf(SearchKind kind, int id) => ((long)kind << 32) | (uint)id;

    /// <summary>The last field is the row's own, so that places never tie.</summary>
    public static Sort Order(bool isNewestFirst)
    {
        var (at, row) = (new SortField("at", SortFieldType.INT64, reverse: true), new SortField("row", SortFieldType.INT64, reverse: true));
        return isNewestFirst ? new Sort(at, row) : new Sort(SortField.FIELD_SCORE, at, row);
    }

    public static SearchPlace Of(FieldDoc found) => new(
        found.Fields.Length == 3 ? ((J2N.Numerics.Single)found.Fields[0]).ToSingle() : 0,
        ((J2N.Numerics.Int64)found.Fields[^2]).ToInt64(),
        ((J2N.Numerics.Int64)found.Fields[^1]).ToInt64());

    public FieldDoc ToLucene(bool isNewestFirst)
    {
        object[] when = [J2N.Numerics.Int64.GetInstance(At), J2N.Numerics.Int64.GetInstance(Row)];
        return new FieldDoc(int.MaxValue, float.NaN, isNewestFirst ? when : [J2N.Numerics.Single.GetInstance(Score), .. when]);
    }

    /// <summary>As a cursor in an address.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{BitConverter.SingleToInt32Bits(Score):x}-{At:x}-{Row:x}");

    /// <summary>A cursor that is no cursor of ours begins at the beginning.</summary>
    public static SearchPlace? Read(string? cursor) => cursor?.Split('-') is [var score, var at, var row]
        && Number(score) is { } bits && Number(at) is { } since && Number(row) is { } which ? new(BitConverter.Int32BitsToSingle((int)bits), since, which) : null;

    private static long? Number(string hex) => long.TryParse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) ? number : null;
}
