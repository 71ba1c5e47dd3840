using Serilog.Core;
using Serilog.Events;

namespace PartyPortal.Web.Platform;

/// <summary>A line break in an address or a name would forge a line of the log: control characters of every value are written as their codes.</summary>
internal sealed class OneLineAnEntry : ILogEventEnricher
{
    public void Enrich(LogEvent logEvent, ILogEventPropertyFactory propertyFactory)
    {
        foreach (var (name, value) in logEvent.Properties.ToList())
        {
            if (value is ScalarValue { Value: string text } && text.Any(char.IsControl))
                logEvent.AddOrUpdateProperty(new LogEventProperty(name, new ScalarValue(string.Concat(text.Select(c => char.IsControl(c) ? $"\\u{(int)c:x4}" : $"{c}")))));
        }
    }
}
