using System.Net;
using System.Reflection;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using PartyPortal.Domain.Branches;
using PartyPortal.Web.Platform;

namespace PartyPortal.Web.Tests.Harness;

/// <summary>One person's browser: keeps cookies, opens pages, submits the forms that were rendered.</summary>
public sealed class Browser(HttpClient http)
{
    public string? AccountId { get; set; }

    public HttpClient Http => http;

    /// <summary>The cookie of the session that was given to it.</summary>
    public string? Cookie { get; private set; }

    public void SetCookie(string name, string value) => http.DefaultRequestHeaders.Add("Cookie", $"{name}={Cookie = value}");

    public async Task<Answer> GetAsync(string url) => await Answer.OfAsync(await http.GetAsync(url));

    public async Task<Answer> PostAsync(string url, HttpContent? content = null) => await Answer.OfAsync(await http.PostAsync(url, content));

    /// <summary>Opens a page that must be there.</summary>
    public async Task<Page> OpenAsync(string url)
    {
        var answer = await GetAsync(url);
        Assert.True(answer.Status == HttpStatusCode.OK, $"{url} answered {(int)answer.Status} {answer.Location}");
        return new Page(this, url, answer);
    }

    public async Task FindsNothingAt(string url) => Assert.Equal(HttpStatusCode.NotFound, (await GetAsync(url)).Status);

    public async Task IsRefusedAt(string url) => Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(url)).Status);

    /// <summary>Follows where a write went on to.</summary>
    public async Task<Page> FollowAsync(Answer answer)
    {
        Assert.True(answer.Location is not null, $"No redirect: {(int)answer.Status} {answer.Text[..Math.Min(600, answer.Text.Length)]}");
        return await OpenAsync(answer.Location);
    }
}

/// <summary>What came back.</summary>
public sealed record Answer(HttpStatusCode Status, string? Location, string Body, HttpResponseMessage Message)
{
    private IHtmlDocument? _html;

    /// <summary>The session's cookie, where this answer sets one.</summary>
    public string? AuthCookie => Message.Headers.TryGetValues("Set-Cookie", out var cookies)
        ? cookies.FirstOrDefault(c => c.StartsWith(PortalServices.CookieName + "=", StringComparison.Ordinal))?.Split(';')[0].Split('=', 2)[1]
        : null;

    public IHtmlDocument Html => _html ??= new HtmlParser().ParseDocument(Body);

    /// <summary>The words a person reads, white space folded.</summary>
    public string Text => string.Join(' ', (Html.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static async Task<Answer> OfAsync(HttpResponseMessage message) =>
        new(message.StatusCode, message.Headers.Location?.ToString(), await message.Content.ReadAsStringAsync(), message);

    /// <summary>The form was refused, shows the sentence and keeps what was typed.</summary>
    public void IsRefusedWith(string sentence)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, Status);
        Assert.Contains(sentence, Text);
    }
}

/// <summary>An open page, whose form can be filled in and sent as a browser would.</summary>
public sealed class Page(Browser browser, string url, Answer answer)
{
    public string Url => url;

    public IHtmlDocument Html => answer.Html;

    public string Text => answer.Text;

    public Answer Answer => answer;

    /// <summary>What a person gives to a branch picker: the choice of a short list, or the code where it is typed.</summary>
    public string Choice(string field, Branch branch) => Html.QuerySelector($"select[name={field}]") is null ? branch.Code : $"{branch.Id}";

    /// <summary>Sends the form (the one with the selector, or the last of the main part) with its hidden fields, the given ones laid over. A field the form lacks fails the test; a list gives several values; a byte array or (name, bytes) a file. What is sent more is not in the form at all.</summary>
    public async Task<Answer> SubmitAsync(object fields, string? form = null, IEnumerable<(string Name, string Value)>? more = null)
    {
        var element = (IHtmlFormElement)(form is null ? Html.QuerySelectorAll("main form[method=post]")[^1] : Html.QuerySelector(form) ?? throw new InvalidOperationException($"No form {form} on {url}, but {string.Join(", ", Html.QuerySelectorAll("form").Select(f => f.GetAttribute("action")))}."));
        var sent = Rendered(element).ToList();
        foreach (var (name, value) in Given(fields))
        {
            Assert.True(element.QuerySelector($"[name='{name}']") is not null, $"{url} has no field {name}.");
            sent.RemoveAll(s => s.Name == name);
            sent.AddRange(Values(value).Select(v => (name, v)));
        }

        sent.AddRange((more ?? []).Select(field => (field.Name, (object)field.Value)));
        var target = element.GetAttribute("action") is { Length: > 0 } action ? action : url;
        return await browser.PostAsync(new Uri(new Uri("http://localhost" + url), target).PathAndQuery, Content(element, sent));
    }

    /// <summary>Sends other fields than the page has, to any address, with the page's own token: as somebody who does not use the page.</summary>
    public Task<Answer> SubmitAsAsync(string address, params (string Name, string Value)[] fields) =>
        browser.PostAsync(address, new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", Html.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!))
            .Select(f => new KeyValuePair<string, string>(f.Item1, f.Item2))));

    /// <summary>An object's properties (two underscores for a dot), or a dictionary where a name is no word.</summary>
    private static IEnumerable<(string Name, object? Value)> Given(object fields) => fields is Dictionary<string, object> named
        ? named.Select(field => (field.Key, (object?)field.Value))
        : fields.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => (p.Name.Replace("__", ".", StringComparison.Ordinal), p.GetValue(fields)));

    private static IEnumerable<(string Name, object Value)> Rendered(IHtmlFormElement form) => form.QuerySelectorAll("input, select, textarea").SelectMany(field => field switch
    {
        IHtmlInputElement { Type: "file" or "submit" or "button" } => [],
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => [],
        IHtmlInputElement { Name: { } name } input => [(name, (object)(input.Value ?? ""))],
        IHtmlSelectElement { Name: { } name } select => select.SelectedOptions.Take(select.IsMultiple ? int.MaxValue : 1).Select(o => (name, (object)o.Value)),
        IHtmlTextAreaElement { Name: { } name } area => [(name, area.Value)],
        _ => Array.Empty<(string, object)>(),
    });

    private static IEnumerable<object> Values(object? value) => value switch
    {
        null => [],
        string text => [text],
        byte[] bytes => [("upload.bin", bytes)],
        bool yes => [yes ? "true" : "false"],
        Enum member => [member.ToString()],
        DateOnly day => [day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)],
        ValueTuple<string, byte[]> file => [file],
        IEnumerable<(string, byte[])> files => files.Select(file => (object)file),
        System.Collections.IEnumerable many => many.Cast<object>().Select(o => o.ToString()!),
        _ => [Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!],
    };

    private static HttpContent Content(IHtmlFormElement form, List<(string Name, object Value)> sent)
    {
        if (form.Enctype != "multipart/form-data")
            return new FormUrlEncodedContent(sent.Select(s => new KeyValuePair<string, string>(s.Name, (string)s.Value)));

        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in sent)
        {
            if (value is ValueTuple<string, byte[]> file) parts.Add(new ByteArrayContent(file.Item2), name, file.Item1);
            else parts.Add(new StringContent((string)value), name);
        }

        return parts;
    }
}
