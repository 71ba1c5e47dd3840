using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace PartyPortal.Load.Floor;

/// <summary>Single statements without EF Core, on the provider's own pooled connections.</summary>
internal static class ByHand
{
    public static async Task<List<T>> ReadAsync<T>(this Ground ground, string sql, Func<DbDataReader, T> row)
    {
        await using var connection = await OpenAsync(ground);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) rows.Add(row(reader));
        return rows;
    }

    public static async Task WriteAsync(this Ground ground, string sql, params (string Name, object? Value)[] values)
    {
        await using var connection = await OpenAsync(ground);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        await command.ExecuteNonQueryAsync();
    }

    private static async Task<DbConnection> OpenAsync(Ground ground)
    {
        DbConnection connection = ground.Engine == "PostgreSql" ? new NpgsqlConnection(ground.Connection) : new SqliteConnection(ground.Connection);
        await connection.OpenAsync();
        return connection;
    }
}
