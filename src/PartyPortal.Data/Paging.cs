using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace PartyPortal.Data;

/// <summary>A page of a list and the cursor of the next one; null where the list ends.</summary>
public sealed record Slice<T>(IReadOnlyList<T> Rows, string? Next);

/// <summary>Lists page by a cursor: the sort key and id of the last row shown. They count nothing and skip nothing.</summary>
public static class Paging
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Sorted by an ASCII key, upwards.</summary>
    public static Task<Slice<TRow>> ByKeyAsync<T, TRow>(
        this IQueryable<T> rows, Expression<Func<T, string>> key, Expression<Func<T, int>> id, string? after, int size, Expression<Func<T, TRow>> row)
    {
        if (Read<int>(after) is (var last, { } lastId))
        {
            // "key >= last and (key > last or id > lastId)": the textbook form cannot use the index on PostgreSQL.
            var compare = Expression.Call(typeof(string), nameof(string.Compare), null, key.Body, Given(last));
            var zero = Expression.Constant(0);
            rows = rows.Where(Both(key, id, lastId, Expression.GreaterThanOrEqual(compare, zero), Expression.GreaterThan(compare, zero), Expression.GreaterThan));
        }

        return rows.OrderBy(key).ThenBy(id).TakeAsync(key, nameof(Sorted<,>.Text), id, size, row);
    }

    /// <summary>Sorted by an instant, newest first; before all others those that <paramref name="first"/> says, for who asks without a cursor.</summary>
    public static Task<Slice<TRow>> NewestFirstAsync<T, TRow>(
        this IQueryable<T> rows, Expression<Func<T, DateTime>> at, Expression<Func<T, int>> id, string? after, int size, Expression<Func<T, TRow>> row, Expression<Func<T, bool>>? first = null)
    {
        if (Read<int>(after) is (var last, { } lastId) && long.TryParse(last, out var ticks) && ticks >= 0 && ticks <= DateTime.MaxValue.Ticks)
        {
            var instant = Given(new DateTime(ticks, DateTimeKind.Utc));
            rows = rows.Where(Both(at, id, lastId, Expression.LessThanOrEqual(at.Body, instant), Expression.LessThan(at.Body, instant), Expression.LessThan));
        }

        var newest = first is null ? rows.OrderByDescending(at) : rows.OrderByDescending(first).ThenByDescending(at);
        return newest.ThenByDescending(id).TakeAsync(at, nameof(Sorted<,>.At), id, size, row);
    }

    /// <summary>Sorted by a day, newest first; of one day by the key, which for feedback is random and tells nothing.</summary>
    public static Task<Slice<TRow>> NewestFirstAsync<T, TId, TRow>(
        this IQueryable<T> rows, Expression<Func<T, DateOnly>> on, Expression<Func<T, TId>> id, string? after, int size, Expression<Func<T, TRow>> row)
        where TId : struct, IParsable<TId>
    {
        if (Read<TId>(after) is (var last, { } lastId) && DateOnly.TryParseExact(last, DayFormat, out var given))
        {
            var day = Given(given);
            rows = rows.Where(Both(on, id, lastId, Expression.LessThanOrEqual(on.Body, day), Expression.LessThan(on.Body, day), Expression.GreaterThan));
        }

        return rows.OrderByDescending(on).ThenBy(id).TakeAsync(on, nameof(Sorted<,>.On), id, size, row);
    }

    /// <summary>Sorted by a day, earliest first; of one day by the key, which for feedback is random and tells nothing.</summary>
    public static Task<Slice<TRow>> EarliestFirstAsync<T, TId, TRow>(
        this IQueryable<T> rows, Expression<Func<T, DateOnly>> on, Expression<Func<T, TId>> id, string? after, int size, Expression<Func<T, TRow>> row)
        where TId : struct, IParsable<TId>
    {
        if (Read<TId>(after) is (var last, { } lastId) && DateOnly.TryParseExact(last, DayFormat, out var given))
        {
            var day = Given(given);
            rows = rows.Where(Both(on, id, lastId, Expression.GreaterThanOrEqual(on.Body, day), Expression.GreaterThan(on.Body, day), Expression.GreaterThan));
        }

        return rows.OrderBy(on).ThenBy(id).TakeAsync(on, nameof(Sorted<,>.On), id, size, row);
    }

    private static Expression<Func<T, bool>> Both<T, TKey, TId>(
        Expression<Func<T, TKey>> key, Expression<Func<T, TId>> id, TId lastId, Expression from, Expression past, Func<Expression, Expression, Expression> beyond)
    {
        var idBody = new Swap(id.Parameters[0], key.Parameters[0]).Visit(id.Body);
        return Expression.Lambda<Func<T, bool>>(Expression.AndAlso(from, Expression.OrElse(past, beyond(idBody, Given(lastId)))), key.Parameters);
    }

    /// <summary>A parameter of the statement, as a variable in a lambda is: a constant would make a statement of its own for each page, to be translated anew.</summary>
    private static MemberExpression Given<T>(T value) => Expression.Property(Expression.Constant(new Box<T>(value)), nameof(Box<T>.Value));

    private static async Task<Slice<TRow>> TakeAsync<T, TKey, TId, TRow>(
        this IQueryable<T> rows, Expression<Func<T, TKey>> key, string keyName, Expression<Func<T, TId>> id, int size, Expression<Func<T, TRow>> row)
    {
        var it = key.Parameters[0];
        var sorted = Expression.MemberInit(Expression.New(typeof(Sorted<TRow, TId>)),
            Set(keyName, key.Body),
            Set(nameof(Sorted<,>.Id), new Swap(id.Parameters[0], it).Visit(id.Body)),
            Set(nameof(Sorted<,>.Row), new Swap(row.Parameters[0], it).Visit(row.Body)));
        var page = await rows.Take(size + 1).Select(Expression.Lambda<Func<T, Sorted<TRow, TId>>>(sorted, it)).ToListAsync();
        var next = page.Count > size ? Write(page[size - 1]) : null;
        return new Slice<TRow>([.. page.Take(size).Select(p => p.Row)], next);

        static MemberBinding Set(string name, Expression value) => Expression.Bind(typeof(Sorted<TRow, TId>).GetProperty(name)!, value);
    }

    private static string Write<TRow, TId>(Sorted<TRow, TId> last)
    {
        var key = last switch
        {
            { Text: { } text } => text,
            { At.Ticks: > 0 and var ticks } => ticks.ToString(CultureInfo.InvariantCulture),
            _ => last.On.ToString(DayFormat, CultureInfo.InvariantCulture),
        };
        return Convert.ToHexString(Encoding.UTF8.GetBytes($"{key}\n{last.Id}"));
    }

    /// <summary>A cursor that is no cursor of ours begins at the beginning.</summary>
    private static (string Key, TId? Id) Read<TId>(string? cursor) where TId : struct, IParsable<TId>
    {
        try
        {
            var parts = cursor is null ? [] : Encoding.UTF8.GetString(Convert.FromHexString(cursor)).Split('\n');
            return parts.Length == 2 && TId.TryParse(parts[1], CultureInfo.InvariantCulture, out var id) ? (parts[0], id) : ("", null);
        }
        catch (FormatException)
        {
            return ("", null);
        }
    }

    private sealed class Sorted<TRow, TId>
    {
        public string? Text { get; init; }
        public DateTime At { get; init; }
        public DateOnly On { get; init; }
        public TId Id { get; init; } = default!;
        public TRow Row { get; init; } = default!;
    }

    private sealed record Box<T>(T Value);

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
