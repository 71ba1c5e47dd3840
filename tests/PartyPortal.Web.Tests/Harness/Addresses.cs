using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace PartyPortal.Web.Tests.Harness;

/// <summary>One address and verb of the portal.</summary>
/// <param name="Template">With the names of its parameters: "/people/{id:int}/edit".</param>
/// <param name="Inputs">The names that it reads from the query.</param>
public sealed record Address(string Template, string Verb, bool IsOpen, IReadOnlyList<string> Inputs)
{
    public bool HasParameters => Template.Contains('{', StringComparison.Ordinal);

    public bool IsUnsafe => Verb is not ("GET" or "HEAD" or "OPTIONS" or "TRACE");

    /// <summary>Each parameter replaced by what the function gives for its text, such as "{id:int}".</summary>
    public string Fill(Func<string, string> value) => Regex.Replace(Template, @"\{[^}]+\}", m => value(m.Value));

    public override string ToString() => $"{Verb} {Template}";
}

/// <summary>Every address, read from the routes themselves, so that a test that walks them meets a new page by itself.</summary>
public static class Addresses
{
    public static IReadOnlyList<Address> Of(Portal portal) =>
    [
        .. portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(verb => Describe(endpoint, verb)))
            .Where(address => !address.Template.Contains("{**", StringComparison.Ordinal) && !address.Template.Contains('.', StringComparison.Ordinal))
            .OrderBy(address => address.Template, StringComparer.Ordinal),
    ];

    /// <summary>Asks as one actor after the other, until one may use the address.</summary>
    public static async Task<Answer> AskAsync(this Address address, IEnumerable<Browser> actors, string url)
    {
        Answer? answer = null;
        foreach (var actor in actors)
        {
            answer = await Answer.OfAsync(await actor.Http.SendAsync(new HttpRequestMessage(new HttpMethod(address.Verb), url)));
            if (answer.Status is not (System.Net.HttpStatusCode.Forbidden or System.Net.HttpStatusCode.Redirect)) return answer;
        }

        return answer!;
    }

    private static Address Describe(RouteEndpoint endpoint, string verb) => new(
        "/" + endpoint.RoutePattern.RawText?.TrimStart('/'), verb, endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null,
        [.. (endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.Parameters ?? []).SelectMany(parameter => IsPlain(parameter.ParameterType)
            ? [parameter.Name]
            : parameter.ParameterType.GetProperties().Where(p => p.CanWrite && IsPlain(p.PropertyType)).Select(p => p.Name))]);

    private static bool IsPlain(Type type) => type == typeof(string) || (Nullable.GetUnderlyingType(type) ?? type).IsValueType;
}
