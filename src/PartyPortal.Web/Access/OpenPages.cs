using Microsoft.AspNetCore.Authorization;
using PartyPortal.Domain.Access;

namespace PartyPortal.Web.Access;

/// <summary>Which pages the policies of their endpoints open to a viewer: for texts that name pages of several roles.</summary>
public sealed class OpenPages(EndpointDataSource endpoints)
{
    /// <param name="path">Of a page without parameters, without language.</param>
    /// <returns>True for a stranger, who is asked to sign in there.</returns>
    public bool IsOpenTo(Viewer viewer, string path) => !viewer.IsSignedIn || PoliciesOf(path).All(viewer.May);

    private IEnumerable<string> PoliciesOf(string path) => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Where(page => page.RoutePattern.RawText == path.TrimStart('/') && page.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(HttpMethods.Get) == true)
        .SelectMany(page => page.Metadata.GetOrderedMetadata<IAuthorizeData>()).Select(asked => asked.Policy).OfType<string>().Where(policy => policy != Policies.SignedIn);
}
