using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace PartyPortal.Web.Tests.Harness;

/// <summary>What was asked of the database, in order: so that a test can count it and have it explained.</summary>
public sealed class Statements : DbCommandInterceptor
{
    private readonly ConcurrentQueue<Statement> _seen = new();

    public void Forget() => _seen.Clear();

    public IReadOnlyList<Statement> Seen => [.. _seen];

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return base.ReaderExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }

    public override ValueTask<InterceptionResult<object>> ScalarExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<object> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return base.ScalarExecutingAsync(command, eventData, result, cancellationToken);
    }

    private void Note(DbCommand command) => _seen.Enqueue(new Statement(command.CommandText, command.Parameters.Cast<DbParameter>().ToDictionary(p => p.ParameterName, p => p.Value)));
}

/// <summary>One statement with the values it was run with.</summary>
public sealed record Statement(string Text, IReadOnlyDictionary<string, object?> Parameters);
