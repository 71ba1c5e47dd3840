using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Todos;

namespace PartyPortal.Web.Platform.Todos;

/// <summary>Asks every module what waits for the viewer, office by office. One that fails is named, and the others are shown.</summary>
public sealed partial class Waiting(PortalDb db, CurrentViewer current, IEnumerable<ITodoSource> sources, ILogger<Waiting> log)
{
    public async Task<TodoList> FindAsync()
    {
        var (found, silent) = (new List<Todo>(), new SortedSet<string>());
        foreach (var office in Offices(current.Viewer))
        {
            using (current.ActIn(office))
            {
                foreach (var source in sources)
                {
                    if (await AskAsync(source) is { } todos) found.AddRange(todos.Select(todo => todo with { Office = office }));
                    else silent.Add(source.Module);
                }
            }
        }

        return new TodoList(found.DistinctBy(Thing), silent, current.Clock.Today());
    }

    /// <summary>The person, then the office in use, then the others.</summary>
    private static IEnumerable<ActingRole?> Offices(Viewer viewer) => viewer.Roles.OrderBy(office => office != viewer.Acting).Prepend(null);

    /// <summary>What names the thing itself is done once, though two offices reach it; a line for several is each office's own.</summary>
    private static (string, string, ActingRole?) Thing(Todo todo) => (todo.Path, string.Join('\n', todo.What.With), todo.What.With.Count > 0 ? null : todo.Office);

    private async Task<List<Todo>?> AskAsync(ITodoSource source)
    {
        try
        {
            return [.. await source.FindAsync(db)];
        }
        catch (Exception harm) when (harm is not (OutOfMemoryException or OperationCanceledException))
        {
            LogSilent(log, harm, source.Module);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The to-dos of {Module} could not be read.")]
    private static partial void LogSilent(ILogger log, Exception harm, string module);
}
