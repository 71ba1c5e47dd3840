using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.Localization;

namespace PartyPortal.Web.Localization;

/// <summary>Gives each annotation without a sentence of its own the portal's sentence, so that forms need not repeat it.</summary>
internal sealed class ValidationSentences : IValidationMetadataProvider
{
    private static readonly Dictionary<Type, string> Sentences = new()
    {
        [typeof(RequiredAttribute)] = Key("Fill in: {0}."),
        [typeof(StringLengthAttribute)] = Key("{0}: at most {1} characters."),
        [typeof(MaxLengthAttribute)] = Key("{0}: at most {1} characters."),
        [typeof(RangeAttribute)] = Key("{0}: choose a value between {1} and {2}."),
        [typeof(CompareAttribute)] = Key("The two entries do not match."),
        [typeof(EmailAddressAttribute)] = Key("This is not an e-mail address."),
        [typeof(RegularExpressionAttribute)] = Key("{0} has a form that cannot be read. Check it."),
    };

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var annotation in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (annotation.ErrorMessage is null && annotation.ErrorMessageResourceName is null && Sentences.TryGetValue(annotation.GetType(), out var sentence))
                annotation.ErrorMessage = sentence;
        }
    }

    /// <summary>The sentences of model binding: a text where a number or day is wanted.</summary>
    public static void Use(MvcOptions mvc, Func<IStringLocalizer<Text>> text)
    {
        mvc.ModelMetadataDetailsProviders.Add(new ValidationSentences());
        var messages = mvc.ModelBindingMessageProvider;
        messages.SetAttemptedValueIsInvalidAccessor((_, field) => text()[Key("{0} has a form that cannot be read. Check it."), field]);
        messages.SetValueIsInvalidAccessor(field => text()[Key("{0} has a form that cannot be read. Check it."), field]);
        messages.SetUnknownValueIsInvalidAccessor(field => text()[Key("{0} has a form that cannot be read. Check it."), field]);
        messages.SetValueMustBeANumberAccessor(field => text()[Key("{0} has a form that cannot be read. Check it."), field]);
        messages.SetValueMustNotBeNullAccessor(field => text()[Key("Fill in: {0}."), field]);
        messages.SetMissingBindRequiredValueAccessor(field => text()[Key("Fill in: {0}."), field]);
    }

    /// <summary>Marks a text as a key of the dictionary where it is not used on the spot.</summary>
    private static string Key(string sentence) => sentence;
}
