using System.Text;
using PartyPortal.Domain;
using PartyPortal.Web.Platform.Sheets;

namespace PartyPortal.Web.Features.Quizzes.Formats;

/// <summary>A question left out, or taken with a loss, and why.</summary>
public sealed record QuestionRemark(int Number, string Name, Sentence Why);

/// <summary>A file of questions, whichever of the three formats it is in, as rows under the headings of the bank's own workbook.</summary>
internal sealed record QuestionFile(Sheet Sheet, IReadOnlyList<QuestionRemark> LeftOut, IReadOnlyList<QuestionRemark> Changed)
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);

    /// <exception cref="RuleBrokenException">It is none of them, or cannot be read.</exception>
    public static QuestionFile Read(byte[] file)
    {
        if (file.AsSpan().StartsWith("PK"u8) || file is [0xD0, 0xCF, 0x11, 0xE0, ..]) return new QuestionFile(QuestionSheet.Read(file), [], []);

        var text = TextOf(file);
        var begin = text.AsSpan().TrimStart();
        var isXml = begin.StartsWith("<?xml") || begin.StartsWith("<quiz");
        return Of(isXml ? MoodleXml.Read(file) : Gift.Read(text));
    }

    private static QuestionFile Of(IReadOnlyList<ForeignQuestion> questions)
    {
        if (questions.Count == 0) throw new RuleBrokenException("There is no question in this file.") { Field = nameof(WorkbookForm.Workbook) };
        if (questions.Count > Sheet.MostRows) throw new RuleBrokenException("The file has more than {0} questions. Split it.", Sheet.MostRows) { Field = nameof(WorkbookForm.Workbook) };

        var lines = questions.Where(q => q.Content is not null).Select(q => new SheetLine(q.Number, QuestionSheet.Cells(q.Content!)));
        var remarks = questions.ToLookup(q => q.Content is null, q => q);
        return new QuestionFile(new Sheet(QuestionSheet.Headings, [.. lines]), Told(remarks[true]), Told(remarks[false]));
    }

    private static List<QuestionRemark> Told(IEnumerable<ForeignQuestion> questions) => [.. questions.SelectMany(q => q.Remarks.Select(why => new QuestionRemark(q.Number, q.Name, why)))];

    private static string TextOf(byte[] file)
    {
        if (Array.IndexOf(file, (byte)0) >= 0) throw new RuleBrokenException("This is no Excel workbook, no Moodle XML and no GIFT.") { Field = nameof(WorkbookForm.Workbook) };

        try
        {
            return Utf8.GetString(file).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new RuleBrokenException("The text is not in UTF-8. Save it in this encoding and send it again.") { Field = nameof(WorkbookForm.Workbook) };
        }
    }
}
