namespace PartyPortal.Domain.Study;

/// <summary>What comes before what.</summary>
public static class Prerequisites
{
    /// <summary>The shortest way round, from the course back to itself; null where there is none.</summary>
    /// <param name="courseId">The course whose needs are about to change.</param>
    /// <param name="needs">What it is to need.</param>
    /// <param name="graph">What each course needs now.</param>
    public static IReadOnlyList<int>? Loop(int courseId, IEnumerable<int> needs, ILookup<int, int> graph)
    {
        var cameFrom = new Dictionary<int, int>();
        var next = new Queue<int>();
        foreach (var need in needs) Visit(need, courseId);
        while (next.TryDequeue(out var at))
        {
            if (at == courseId) return Way(courseId, cameFrom);
            foreach (var need in graph[at]) Visit(need, at);
        }

        return null;

        void Visit(int need, int from)
        {
            if (cameFrom.TryAdd(need, from)) next.Enqueue(need);
        }
    }

    private static List<int> Way(int courseId, Dictionary<int, int> cameFrom)
    {
        List<int> way = [courseId];
        var at = courseId;
        do way.Add(at = cameFrom[at]);
        while (at != courseId);
        way.Reverse();
        return way;
    }
}
