using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using PartyPortal.Domain;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.Quizzes.Formats;

/// <summary>Questions in Moodle's XML: a "quiz" of elements "question", each of a type.</summary>
internal static class MoodleXml
{
    private const long MostCharacters = 20_000_000;

    // Moodle nests a handful. What is deeper is read with the stack, and a stack that ends takes the portal with it.
    private const int Deepest = 50;

    private static readonly XmlReaderSettings Careful = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters };
    private static readonly XmlWriterSettings Written = new() { Indent = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n", NewLineHandling = NewLineHandling.None };

    /// <exception cref="RuleBrokenException">It is no XML of questions.</exception>
    public static IReadOnlyList<ForeignQuestion> Read(byte[] file)
    {
        List<ForeignQuestion> questions = [];
        IReadOnlyList<string> category = [];
        foreach (var question in Load(file).Elements("question"))
        {
            if (question.Attribute("type")?.Value == "category") category = Foreign.TagOf(Text(question.Element("category")));
            else questions.Add(Question(questions.Count + 1, question, category));
        }

        return questions;
    }

    private static XElement Load(byte[] file)
    {
        try
        {
            using (var look = XmlReader.Create(new MemoryStream(file), Careful))
                while (look.Read())
                    if (look.Depth > Deepest) throw new XmlException();

            using var reader = XmlReader.Create(new MemoryStream(file), Careful);
            if (XDocument.Load(reader).Root is { Name.LocalName: "quiz" } quiz) return quiz;
        }
        catch (XmlException)
        {
            // Said below, as for XML of something else.
        }

        throw new RuleBrokenException("This is no question file of Moodle: its XML cannot be read, or holds something else.") { Field = nameof(WorkbookForm.Workbook) };
    }

    private static ForeignQuestion Question(int number, XElement xml, IReadOnlyList<string> category)
    {
        var type = xml.Attribute("type")?.Value.Trim() ?? "";
        var question = new ForeignQuestion(number, Plain(xml.Element("name")) is { Length: > 0 } name ? name : Plain(xml.Element("questiontext")));
        if (Kind(type, xml) is not { } kind) return ForeignQuestion.Skipped(number, question.Name, Foreign.Unknown(type));
        if (xml.Descendants("file").Any() || xml.Descendants("text").Any(t => ForeignText.HoldsPicture(t.Value))) return ForeignQuestion.Skipped(number, question.Name, Foreign.Picture);

        var (explanation, article, isUnverified) = ArticleLine.Read(Plain(xml.Element("generalfeedback")));
        return Answered(question, xml, new QuestionContent(kind, Plain(xml.Element("questiontext")))
        {
            Explanation = explanation,
            Article = article,
            IsUnverified = isUnverified,
            Tags = [.. category, .. xml.Elements("tags").Elements("tag").Select(Text)],
        });
    }

    private static ForeignQuestion Answered(ForeignQuestion question, XElement xml, QuestionContent content)
    {
        var answers = xml.Elements("answer").Select(Answer).ToList();
        if (content.Kind is QuestionKind.TrueFalse)
        {
            var right = answers.Find(a => a.Weight > 0)?.Text.ToUpperInvariant();
            return question with { Content = content with { IsTrue = right switch { "TRUE" => true, "FALSE" => false, _ => null }, Explanation = Foreign.Explained(content.Explanation, answers.Select(a => (a.Text, a.Feedback))) } };
        }

        if (content.Kind is not QuestionKind.ShortAnswer) return Foreign.Of(question, content, answers);

        // What graders are told; where that is empty, what everybody is told serves for it.
        var model = Plain(xml.Element("graderinfo"));
        return question with { Content = model.Length > 0 ? content with { ModelAnswer = model } : content with { ModelAnswer = content.Explanation, Explanation = null } };
    }

    private static QuestionKind? Kind(string type, XElement xml) => type switch
    {
        "multichoice" => Text(xml.Element("single")) is "false" or "0" ? QuestionKind.Multiple : QuestionKind.Single,
        "truefalse" => QuestionKind.TrueFalse,
        "shortanswer" => QuestionKind.FillIn,
        "essay" => QuestionKind.ShortAnswer,
        _ => null,
    };

    private static ForeignAnswer Answer(XElement answer) => new(
        // The answers of a fill-in are no HTML, whatever the attribute says.
        (string?)answer.Parent!.Attribute("type") == "shortanswer" ? Text(answer) : Plain(answer),
        decimal.TryParse(answer.Attribute("fraction")?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) ? weight : 0,
        Plain(answer.Element("feedback")));

    private static string Text(XElement? element) => (element?.Element("text")?.Value ?? element?.Value ?? "").Trim();

    private static string Plain(XElement? element) => element is null ? "" : ForeignText.Plain(Text(element), element.Name.LocalName == "name" ? "plain" : element.Attribute("format")?.Value ?? "html");

    public static byte[] Write(IEnumerable<(int Id, QuestionContent Content)> questions)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, Written))
            new XDocument(new XElement("quiz", questions.Select(q => Element(q.Content)))).Save(writer);
        return stream.ToArray();
    }

    private static XElement Element(QuestionContent question) => new("question",
        new XAttribute("type", question.Kind switch { QuestionKind.TrueFalse => "truefalse", QuestionKind.FillIn => "shortanswer", QuestionKind.ShortAnswer => "essay", _ => "multichoice" }),
        new XElement("name", Text(Foreign.NameOf(question.Text))),
        Worded("questiontext", question.Text),
        Worded("generalfeedback", ArticleLine.Write(question.Explanation, question.Article, question.IsUnverified)),
        new XElement("defaultgrade", 1),
        new XElement("penalty", "0.3333333"),
        new XElement("hidden", 0),
        new XElement("idnumber"),
        Answers(question),
        question.Tags.Count > 0 ? new XElement("tags", question.Tags.Select(tag => new XElement("tag", Text(tag)))) : null);

    private static object[] Answers(QuestionContent question) => question.Kind switch
    {
        QuestionKind.TrueFalse => [Answer("true", question.IsTrue is true ? "100" : "0"), Answer("false", question.IsTrue is true ? "0" : "100")],
        QuestionKind.FillIn => [new XElement("usecase", 0), question.Accepted.Select(answer => Answer(Foreign.Literal(answer), "100"))],
        QuestionKind.ShortAnswer => [new XElement("responseformat", "plain"), new XElement("responserequired", 1), new XElement("responsefieldlines", 10), new XElement("attachments", 0), Worded("graderinfo", question.ModelAnswer ?? "")],
        QuestionKind.Single => [new XElement("single", "true"), .. Choice, question.Options.Select(o => Answer(o.Text!, o.IsRight ? "100" : "0"))],
        _ => [new XElement("single", "false"), .. Choice, question.Options.Select(o => Answer(o.Text!, o.IsRight ? MoodleWeights.OfRight(question.Options.Count(other => other.IsRight)) : "-100"))],
    };

    private static XElement[] Choice => [new("shuffleanswers", "false"), new("answernumbering", "ABCD")];

    private static XElement Answer(string text, string weight) => new("answer", new XAttribute("fraction", weight), new XAttribute("format", "plain_text"), Text(text), Worded("feedback", ""));

    private static XElement Worded(string name, string text) => new(name, new XAttribute("format", "plain_text"), Text(text));

    private static XElement Text(string text) => new("text", string.Concat(text.Where(c => char.IsSurrogate(c) || XmlConvert.IsXmlChar(c))));
}
