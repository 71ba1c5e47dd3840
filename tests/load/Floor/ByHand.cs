using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace PartyPortal.Load.Floor;

/// <summary>One statement without EF Core, on the provider's own pooled connections.</summary>
internal static class ByHand
{
    public static async Task<List<T>> ReadAsync<T>(this Ground ground, string sql, Func<DbDataReader, T> row)
    {
        await using DbConnection connection = ground.Engine == "PostgreSql" ? new NpgsqlConnection(ground.Connection) : new SqliteConnection(ground.Connection);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) rows.Add(row(reader));
        return rows;
    }
}
