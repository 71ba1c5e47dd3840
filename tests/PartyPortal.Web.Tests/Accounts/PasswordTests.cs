using System.Net;
using PartyPortal.Data.Accounts;
using PartyPortal.Web.Tests.Harness;

namespace PartyPortal.Web.Tests.Accounts;

/// <summary>Security rows 32 and 33: which passwords may be chosen.</summary>
public sealed class PasswordTests(Portal portal)
{
    [Theory, InlineData("九个汉字的密码啊哈"), InlineData("1234567890"), InlineData("qwertyuiop"), InlineData("aaaabbbbaaaa"), InlineData("Dangjian2026"), InlineData("党建党建我们的"), InlineData("zhangxiaoming1"), InlineData("智慧党建门户abc")]
    public async Task A_password_that_is_short_common_or_made_of_known_words_is_refused(string password)
    {
        var answer = await ChooseAsync("张晓明", password);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.NotEqual("", answer.Html.QuerySelector("#Password-error")!.TextContent);
    }

    [Fact]
    public async Task The_own_number_is_refused_as_a_password() => Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ChooseAsync("张晓明", number => number + "abc")).Status);

    [Fact]
    public async Task The_commonest_passwords_are_refused()
    {
        var common = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Features", "Accounts", "CommonPasswords.txt")).ToList();

        Assert.Equal(10_000, common.Count);
        foreach (var password in common.Where(p => p.Length >= 10 && p.Distinct().Count() > 3).Take(3))
            Assert.Contains("最常见", (await ChooseAsync("张晓明", password)).Text);
    }

    [Theory, InlineData("天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈剑号巨阙珠称夜光果珍李柰菜重芥姜"), InlineData("🌾🚲🪁🧭🌾🚲🪁🧭🌾🚲 und 12"), InlineData("  spaces at both ends  "), InlineData("<script>'\";--%00")]
    public async Task Any_characters_may_be_chosen_and_count_to_the_last_one(string password)
    {
        var name = Portal.Unique("li");
        var browser = await portal.As(Actor.Public);
        var answer = await (await browser.OpenAsync(await IssueAsync(name, "李华"))).SubmitAsync(new { Password = password });
        Assert.Equal("/desk", answer.Location);

        Assert.Equal("/desk", (await SignInAsync(name, password)).Location);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SignInAsync(name, password[..^1])).Status);
    }

    [Fact]
    public async Task A_password_field_can_be_pasted_into_and_shown()
    {
        var page = await (await portal.As(Actor.Public)).OpenAsync("/sign-in");
        var field = page.Html.QuerySelector("#Password")!;

        Assert.Equal("显示密码", field.GetAttribute("data-show"));
        Assert.False(field.HasAttribute("onpaste"));
        Assert.False(field.HasAttribute("maxlength"));
        Assert.Equal("current-password", field.GetAttribute("autocomplete"));
    }

    private Task<Answer> ChooseAsync(string person, string password) => ChooseAsync(person, _ => password);

    private async Task<Answer> ChooseAsync(string person, Func<string, string> password)
    {
        var name = Portal.Unique("2026");
        var link = await IssueAsync(name, person);
        return await (await (await portal.As(Actor.Public)).OpenAsync(link)).SubmitAsync(new { Password = password(name) });
    }

    private async Task<string> IssueAsync(string name, string person)
    {
        var code = Slip.NewCode();
        await portal.InDbAsync(async db =>
        {
            var account = new Account { UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = person, SecurityStamp = name };
            db.Add(account);
            db.Add(new SignInName { Normalized = SignInName.Normalize(name), Kind = SignInNameKind.Number, AccountId = account.Id });
            db.Add(new Slip { AccountId = account.Id, Kind = SlipKind.Activation, CodeHash = Slip.HashOf(code), ExpiresAt = portal.Clock.GetUtcNow().UtcDateTime.AddDays(1) });
            await db.SaveChangesAsync();
        });
        return $"/activate/{code}";
    }

    private async Task<Answer> SignInAsync(string name, string password) =>
        await (await (await portal.As(Actor.Public)).OpenAsync("/sign-in")).SubmitAsync(new { Name = name, Password = password });
}
