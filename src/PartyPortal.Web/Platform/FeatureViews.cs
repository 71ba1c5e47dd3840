using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.Razor;

namespace PartyPortal.Web.Platform;

internal static class FeatureViews
{
    public static void Use(RazorViewEngineOptions options)
    {
        options.ViewLocationFormats.Clear();
        options.ViewLocationFormats.Add("/Shared/{0}.cshtml");
        options.ViewLocationExpanders.Add(new ByNamespace());
    }

    /// <summary>Looks for a view beside its controller: Features/People/TransfersController → Features/People/Transfers/Create.cshtml.</summary>
    private sealed class ByNamespace : IViewLocationExpander
    {
        private const string Root = "PartyPortal.Web.";

        public void PopulateValues(ViewLocationExpanderContext context) =>
            context.Values["folder"] = context.ActionContext.ActionDescriptor is ControllerActionDescriptor action
                ? action.ControllerTypeInfo.Namespace![Root.Length..].Replace('.', '/')
                : "";

        public IEnumerable<string> ExpandViewLocations(ViewLocationExpanderContext context, IEnumerable<string> viewLocations) =>
            [$"/{context.Values["folder"]}/{{1}}/{{0}}.cshtml", $"/{context.Values["folder"]}/{{0}}.cshtml", .. viewLocations];
    }
}
