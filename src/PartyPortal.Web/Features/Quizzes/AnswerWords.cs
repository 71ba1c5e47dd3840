using Microsoft.Extensions.Localization;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Localization;

namespace PartyPortal.Web.Features.Quizzes;

internal static class AnswerWords
{
    /// <summary>What was answered, in words; null where nothing was.</summary>
    public static string? Of(AttemptAnswer answer, IStringLocalizer<Text> text) => answer.Given switch
    {
        null => null,
        var given when answer.Question.Kind.HasOptions() => string.Join(" · ", given.Split(',').Select(number => answer.Question.Options.ElementAtOrDefault(int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) - 1))),
        var given when answer.Question.Kind is QuestionKind.TrueFalse => text[given],
        var given => given,
    };
}
