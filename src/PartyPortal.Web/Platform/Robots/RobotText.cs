using Microsoft.Extensions.Localization;
using PartyPortal.Domain.Messages;
using PartyPortal.Web.Localization;
using PartyPortal.Web.Shared.TagHelpers;

namespace PartyPortal.Web.Platform.Robots;

/// <summary>The only sentences that robots say: the portal's name, what happened, and where everybody may read it. No title, for a title may name a person.</summary>
internal sealed class RobotText(IStringLocalizer<Text> text, CurrentSettings portal, IConfiguration configuration)
{
    public string Of(PublicNews news) => PageLanguage.Write(inEnglish: false, () =>
        $"{portal.Now.Name}：{text.Word(news.Kind)}\n{configuration["Portal:PublicAddress"]?.TrimEnd('/')}/{(news.NoticeId is { } id ? $"notices/{id}" : "")}");
}
