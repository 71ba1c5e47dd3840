namespace PartyPortal.Browser.Tests.Rig;

/// <summary>A journey people make through the portal. Whatever went wrong in their browsers fails it at the end.</summary>
public abstract class Journey(RunningPortal portal) : IAsyncLifetime
{
    private readonly List<Visitor> _visitors = [];

    protected RunningPortal Portal => portal;

    /// <summary>A person with a browser of his own, not signed in.</summary>
    protected async Task<Visitor> VisitAsync(Device device, ColorScheme scheme = ColorScheme.Light)
    {
        var visitor = await Visitor.ArriveAsync(portal.Browser, portal.Address, device, scheme);
        _visitors.Add(visitor);
        return visitor;
    }

    /// <param name="role">As the demo prints it.</param>
    protected async Task<Visitor> SignInAsAsync(string role, Device device, ColorScheme scheme = ColorScheme.Light)
    {
        var visitor = await VisitAsync(device, scheme);
        await visitor.SignInAsync(portal.Account(role));
        return visitor;
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var troubles = new List<string>();
        foreach (var visitor in _visitors)
        {
            if (TestContext.Current.TestState?.Result is TestResult.Failed) await visitor.KeepEvidenceAsync();
            troubles.AddRange(visitor.Troubles);
            await visitor.LeaveAsync();
        }

        if (troubles.Count > 0) Assert.Fail("In the browser:\n" + string.Join("\n", troubles.Distinct()));
    }
}
