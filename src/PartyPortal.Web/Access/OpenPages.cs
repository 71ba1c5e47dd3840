using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing.Template;
using PartyPortal.Domain.Access;

namespace PartyPortal.Web.Access;

/// <summary>Which pages the policies of their endpoints open to a viewer: for texts that name pages of several roles.</summary>
public sealed partial class OpenPages(EndpointDataSource endpoints)
{
    // Once: an address that leads nowhere is asked for often.
    private readonly Lazy<(RouteEndpoint Page, TemplateMatcher Address)[]> _pages = new(() => [.. Sorted(endpoints)]);

    /// <param name="path">Of a page without parameters, without language.</param>
    /// <returns>True for a stranger, who is asked to sign in there.</returns>
    public bool IsOpenTo(Viewer viewer, string path) => !viewer.IsSignedIn || PoliciesOf(path).All(viewer.May);

    /// <summary>The kind of page at an address, as /people/{id}: with neither number nor code. Null where no page is.</summary>
    public string? KindOf(string? path) => Find(path) is { } page ? "/" + Constraint().Replace(page.RoutePattern.RawText!.TrimStart('/'), "}") : null;

    /// <summary>Whom the page at an address is for, whatever lies behind it. Null where no page is.</summary>
    public PageRule? RuleOf(string? path)
    {
        if (Find(path) is not { } page) return null;

        var asked = page.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => Policies.RolesOf(data.Policy ?? "")).Where(roles => roles.Count > 0).ToList();
        return new PageRule([.. Enum.GetValues<Role>().Where(role => asked.Count > 0 && asked.TrueForAll(roles => roles.Contains(role)))], page.Metadata.GetMetadata<IAllowAnonymous>() is not null);
    }

    private RouteEndpoint? Find(string? path) => path is not ['/', ..] ? null : _pages.Value.FirstOrDefault(page => page.Address.TryMatch(path, [])).Page;

    /// <summary>All pages, the most literal first, and those that are read before those that are sent to.</summary>
    private static IEnumerable<(RouteEndpoint Page, TemplateMatcher Address)> Sorted(EndpointDataSource endpoints) => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Where(page => page.RoutePattern.PathSegments.Count > 0 && !page.RoutePattern.Parameters.Any(parameter => parameter.IsCatchAll))
        .OrderByDescending(page => page.RoutePattern.PathSegments.Count(segment => segment.IsSimple && segment.Parts[0].IsLiteral))
        .ThenByDescending(Reads).Select(page => (page, new TemplateMatcher(new RouteTemplate(page.RoutePattern), [])));

    private static bool Reads(RouteEndpoint page) => page.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true;

    [GeneratedRegex(@"[:?=][^}]*\}")]
    private static partial Regex Constraint();

    private IEnumerable<string> PoliciesOf(string path) => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Where(page => page.RoutePattern.RawText == path.TrimStart('/') && Reads(page))
        .SelectMany(page => page.Metadata.GetOrderedMetadata<IAuthorizeData>()).Select(asked => asked.Policy).OfType<string>().Where(policy => policy != Policies.SignedIn);
}

/// <param name="Roles">One of which must be in use; none where the page asks for none.</param>
/// <param name="IsForEverybody">Whether it opens without signing in.</param>
public sealed record PageRule(IReadOnlyList<Role> Roles, bool IsForEverybody);
