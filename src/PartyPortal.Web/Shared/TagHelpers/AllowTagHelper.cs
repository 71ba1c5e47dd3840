using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PartyPortal.Web.Shared.TagHelpers;

/// <summary>Shows its content only to those whom the policy lets through: what may not be done is not offered.</summary>
[HtmlTargetElement("allow", Attributes = "policy")]
public sealed class AllowTagHelper(IAuthorizationService authorization) : TagHelper
{
    public required string Policy { get; set; }

    [HtmlAttributeNotBound, ViewContext] public required ViewContext ViewContext { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (!(await authorization.AuthorizeAsync(ViewContext.HttpContext.User, ViewContext.HttpContext, Policy)).Succeeded) output.SuppressOutput();
    }
}
