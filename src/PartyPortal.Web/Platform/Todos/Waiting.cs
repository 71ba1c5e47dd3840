using PartyPortal.Data;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Todos;

namespace PartyPortal.Web.Platform.Todos;

/// <summary>Asks every module what waits for the viewer, office by office. One that fails is named, and the others are shown.</summary>
public sealed partial class Waiting(PortalDb db, CurrentViewer current, IEnumerable<ITodoSource> sources, StandIns standIns, ILogger<Waiting> log)
{
    public async Task<TodoList> FindAsync()
    {
        var (found, silent) = (new List<Todo>(), new SortedSet<string>());
        // First what is done for somebody else: the same work under one's own office is then no second line.
        foreach (var (office, why) in await standIns.StoodInForAsync()) found.AddRange((await AskAllAsync(office, silent, source => source.FindAsync(db))).Where(todo => todo.Why is null).Select(todo => todo with { Why = why }));
        foreach (var office in Offices(current.Viewer)) found.AddRange(await AskAllAsync(office, silent, source => source.FindAsync(db)));

        return new TodoList(found.DistinctBy(Thing), silent, current.Clock.Today());
    }

    /// <summary>What the viewer is to study, as themselves: of their offices nothing.</summary>
    public async Task<TodoList> FindStudyAsync()
    {
        var silent = new SortedSet<string>();
        return new TodoList(await AskAllAsync(null, silent, source => source.FindAsync(db), sources.Where(source => source.IsStudy)), silent, current.Clock.Today());
    }

    /// <summary>What is due within some days, and what else happens on them.</summary>
    public async Task<TodoList> FindDaysAsync(DateOnly from, DateOnly until)
    {
        var waiting = await FindAsync();
        var (found, silent) = (waiting.Todos.Where(todo => todo.Due >= from && todo.Due <= until).ToList(), new SortedSet<string>(waiting.Silent));
        foreach (var office in Offices(current.Viewer)) found.AddRange(await AskAllAsync(office, silent, source => source.FindDaysAsync(db, from, until)));

        return new TodoList(found.DistinctBy(Thing), silent, current.Clock.Today());
    }

    /// <summary>The person, then the office in use, then the others.</summary>
    private static IEnumerable<ActingRole?> Offices(Viewer viewer) => viewer.Roles.OrderBy(office => office != viewer.Acting).Prepend(null);

    /// <summary>What names the thing itself is done once, though two offices reach it; a line for several is each office's own.</summary>
    private static (string, string, ActingRole?) Thing(Todo todo) => ($"{todo.What.Words} {todo.Path}", string.Join('\n', todo.What.With), todo.What.With.Count > 0 ? null : todo.Office);

    private async Task<List<Todo>> AskAllAsync(ActingRole? office, SortedSet<string> silent, Func<ITodoSource, Task<IEnumerable<Todo>>> ask, IEnumerable<ITodoSource>? among = null)
    {
        using var inOffice = current.ActIn(office);
        List<Todo> found = [];
        foreach (var source in among ?? sources)
        {
            if (await AskAsync(source, ask) is { } todos) found.AddRange(todos.Select(todo => todo with { Office = office }));
            else silent.Add(source.Module);
        }

        return found;
    }

    private async Task<List<Todo>?> AskAsync(ITodoSource source, Func<ITodoSource, Task<IEnumerable<Todo>>> ask)
    {
        try
        {
            return [.. await ask(source)];
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
