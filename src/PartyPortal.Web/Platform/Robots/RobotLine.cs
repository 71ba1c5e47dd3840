using System.Net;
using System.Text.Json.Serialization;
using PartyPortal.Domain.Messages;

namespace PartyPortal.Web.Platform.Robots;

/// <summary>What both makers' robots have in common: one text in, one number out.</summary>
internal static class RobotLine
{
    // Too many in a minute: WeCom 45009; DingTalk 130101, 410100 and 660026.
    private static readonly int[] TooMany = [45009, 130101, 410100, 660026];

    public static async Task<RobotOutcome> PostTextAsync(this HttpClient http, Uri address, string text)
    {
        try
        {
            using var answer = await http.PostAsJsonAsync(address, new { msgtype = "text", text = new { content = text } });
            if (answer.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError) return new(DeliveryTrouble.Later);
            if (!answer.IsSuccessStatusCode) return new(DeliveryTrouble.SignInRefused);

            var code = (await answer.Content.ReadFromJsonAsync<Answer>())?.Code;
            return code switch
            {
                0 => new(),
                { } number when TooMany.Contains(number) => new(DeliveryTrouble.Later),
                _ => new(DeliveryTrouble.SignInRefused),
            };
        }
        catch (HttpRequestException)
        {
            return new(DeliveryTrouble.Unreachable);
        }
        catch (TaskCanceledException)
        {
            return new(DeliveryTrouble.NoAnswer, IsBroken: true);
        }
        catch (System.Text.Json.JsonException)
        {
            return new(DeliveryTrouble.SignInRefused);
        }
    }

    private sealed record Answer([property: JsonPropertyName("errcode")] int? Code);
}
