using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using PartyPortal.Domain.Access;

namespace PartyPortal.Web.Access;

/// <summary>Which pages the policies of their endpoints open to a viewer: for texts that name pages of several roles.</summary>
public sealed partial class OpenPages(EndpointDataSource endpoints)
{
    /// <param name="path">Of a page without parameters, without language.</param>
    /// <returns>True for a stranger, who is asked to sign in there.</returns>
    public bool IsOpenTo(Viewer viewer, string path) => !viewer.IsSignedIn || PoliciesOf(path).All(viewer.May);

    /// <summary>The kind of page at an address, as /people/{id}: with neither number nor code. Null where no page is.</summary>
    public string? KindOf(string? path) => path is not ['/', ..] ? null : endpoints.Endpoints.OfType<RouteEndpoint>()
        .Select(page => page.RoutePattern).Where(pattern => pattern.PathSegments.Count > 0 && Fits(pattern, path))
        .OrderByDescending(pattern => pattern.PathSegments.Count(segment => segment.IsSimple && segment.Parts[0].IsLiteral))
        .Select(pattern => "/" + Constraint().Replace(pattern.RawText!.TrimStart('/'), "}")).FirstOrDefault();

    private static bool Fits(RoutePattern pattern, string path) =>
        !pattern.Parameters.Any(parameter => parameter.IsCatchAll) && new TemplateMatcher(new RouteTemplate(pattern), []).TryMatch(path, []);

    [GeneratedRegex(@"[:?=][^}]*\}")]
    private static partial Regex Constraint();

    private IEnumerable<string> PoliciesOf(string path) => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Where(page => page.RoutePattern.RawText == path.TrimStart('/') && page.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true)
        .SelectMany(page => page.Metadata.GetOrderedMetadata<IAuthorizeData>()).Select(asked => asked.Policy).OfType<string>().Where(policy => policy != Policies.SignedIn);
}
