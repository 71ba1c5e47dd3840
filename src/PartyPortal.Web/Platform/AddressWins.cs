using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace PartyPortal.Web.Platform;

/// <summary>What stands in the address is read from the address: a field of the same name in the body never changes which row is meant.</summary>
internal sealed class AddressWins : IActionModelConvention
{
    public void Apply(ActionModel action)
    {
        var templates = action.Selectors.Concat(action.Controller.Selectors).Select(s => s.AttributeRouteModel?.Template).OfType<string>().ToList();
        foreach (var parameter in action.Parameters.Where(p => p.BindingInfo is null && templates.Exists(template => Holds(template, p.Name))))
            parameter.BindingInfo = new BindingInfo { BindingSource = BindingSource.Path };
    }

    private static bool Holds(string template, string name) =>
        "}:?".Any(end => template.Contains($"{{{name}{end}", StringComparison.OrdinalIgnoreCase));
}
