using System.Text;
using CsCheck;
using PartyPortal.Domain;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Web.Features.Quizzes;
using PartyPortal.Web.Features.Quizzes.Formats;

namespace PartyPortal.Web.Tests.Quizzes;

/// <summary>What one format writes it reads again; and what Moodle writes is read as Moodle means it.</summary>
public sealed class QuestionFormatTests
{
    private const string Awkward = "一题：32 \\ ~ = # { } : % * (a)//[b]<c>&amp;\"'，。";

    // What begins like a weight, or pairs words as matching questions do, is words all the same.
    private static readonly Gen<string> Word = Gen.Select(Gen.OneOf(Gen.Const("x"), Gen.Const("%50%"), Gen.Const("a->")), Gen.Char[Awkward].Array[1, 12], (head, rest) => head + new string(rest).Trim() + "y");
    private static readonly Gen<string> Lines = Word.Array[1, 3].Select(words => string.Join('\n', words));
    private static readonly Gen<string[]> Different = Word.Array[2, 10].Select(words => words.DistinctBy(Marking.Fold).ToArray()).Where(words => words.Length > 1);

    private static readonly Gen<QuestionContent> Question =
        from kind in Gen.Enum<QuestionKind>()
        from text in Lines
        from answers in Different
        from right in Gen.Bool.Array[10]
        from first in Gen.Int[0, 1]
        from model in Lines
        from article in Word.Null()
        from isUnverified in Gen.Bool
        from explanation in Lines.Null()
        from tags in Gen.OneOf(Gen.Const("学时"), Gen.Const("党章"), Gen.Const("a-b")).Array[0, 3]
        select new QuestionContent(kind, text)
        {
            Options = kind.HasOptions() ? [.. answers.Select((answer, at) => new QuestionOption(answer, kind is QuestionKind.Single ? at == first : at == first || right[at]))] : [],
            IsTrue = kind is QuestionKind.TrueFalse ? right[0] : null,
            Accepted = kind is QuestionKind.FillIn ? answers : [],
            ModelAnswer = kind is QuestionKind.ShortAnswer ? model : null,
            Article = article,
            IsUnverified = isUnverified || article is null,
            Explanation = explanation,
            Tags = [.. tags.Distinct()],
        };

    public static TheoryData<string> Formats => ["xlsx", "xml", "gift"];

    [Theory, MemberData(nameof(Formats))]
    public async Task What_is_exported_is_imported_as_the_same_bank(string format) => await Question.Array[1, 6].SampleAsync(async bank =>
    {
        var written = bank.Select((content, at) => (at, Kept(content))).ToList();

        var file = format switch
        {
            "xlsx" => await QuestionSheet.WriteAsync(written.Select(q => q.Item2)),
            "xml" => MoodleXml.Write(written),
            _ => Encoding.UTF8.GetBytes(Gift.Write(written)),
        };

        var read = QuestionFile.Read(file);
        Assert.Empty(read.LeftOut);
        Assert.Empty(read.Changed);
        Assert.Equal(written.Select(q => string.Join('|', QuestionSheet.Cells(q.Item2))), read.Sheet.Lines.Select(line => string.Join('|', line.Cells)));
    }, iter: 60);

    [Fact]
    public void Gift_as_Moodle_writes_it_is_read_as_Moodle_means_it()
    {
        var read = ReadGift("""
            // question: 0  name: Switch category to $course$/top/党章
            $CATEGORY: $course$/top/党章


            // question: 11  name: Hours
            // [tag:学时] [tag:a\]b]
            ::Hours::[html]<p>How many class <b>hours</b>\: a year?</p>{
            	=[plain]32#Well done
            	~16#Too few
            	####[html]<p>See the regulation.</p><p>依据：Article 20</p>
            }

            // question: 12  name: Two
            ::Two::Which two?{
            	~%50%first\=one
            	~%50%second
            	~%-100%neither
            }

            // question: 13  name: TF
            ::TF::It is so.{FALSE#No, it is not.#Right####依据：Article 1（待核）}

            // question: 14  name: SA
            ::SA::Name it{
            	=%100%Beijing#
            	=%50%Peking#Old name
            	=%100%北京#
            }

            // question: 15  name: E
            ::E::Why?\nSay it.{####Because of the law.}

            The word is {=mind ~body ~soul} over matter.

            Sun rises in the {=east}.
            """);

        Assert.Equal(["单选题", "多选题", "判断题", "填空题", "简答题", "单选题", "填空题"], Column(read, 0));
        Assert.Equal(["How many class hours: a year?", "32", "16", ""], read.Sheet.Lines[0].Cells[1..5]);
        Assert.Equal(["A", "Article 20", "", "See the regulation.\n32：Well done\n16：Too few", "党章、学时、a]b"], read.Sheet.Lines[0].Cells[12..]);
        Assert.Equal(["Which two?", "first=one", "second", "neither", ""], read.Sheet.Lines[1].Cells[1..6]);
        Assert.Equal(["AB", "", "是", "", "党章"], read.Sheet.Lines[1].Cells[12..]);
        Assert.Equal("错|Article 1|是|对：No, it is not.\n错：Right", string.Join('|', read.Sheet.Lines[2].Cells[12..16]));
        Assert.Equal("Beijing\n北京", read.Sheet.Lines[3].Cells[12]);
        Assert.Equal("Because of the law.", read.Sheet.Lines[4].Cells[12]);
        Assert.Equal("Why?\nSay it.", read.Sheet.Lines[4].Cells[1]);
        Assert.Equal("The word is _____ over matter.", read.Sheet.Lines[5].Cells[1]);
        Assert.Equal("Sun rises in the _____.", read.Sheet.Lines[6].Cells[1]);
        Assert.Equal(["SA"], read.Changed.Select(remark => remark.Name));
    }

    [Fact]
    public void What_the_bank_does_not_know_is_named_and_left_out()
    {
        var gift = ReadGift("""
            ::Born::When?{#1822:5}

            ::Capitals::Match{=Canada -> Ottawa =Italy -> Rome}

            ::Words::Just a text to read.

            ::Picture::[html]<p><img src\="@@PLUGINFILE@@/a.png"></p>{T}

            ::Any::What?{=pre*}

            ::Good::It is so.{T}
            """);
        Assert.Equal([(1, "Born", "numerical"), (2, "Capitals", "matching"), (3, "Words", "description"), (4, "Picture", null), (5, "Any", null)], gift.LeftOut.Select(r => (r.Number, r.Name, r.Why.With is [string type] ? type : null)));
        Assert.Equal([6], gift.Sheet.Lines.Select(line => line.Number));

        var xml = ReadXml("""
            <question type="category"><category><text>$course$/top/学时</text></category></question>
            <question type="cloze"><name><text>Gap</text></name><questiontext format="html"><text>{1:SA:=a}</text></questiontext></question>
            <question type="ddwtos"><name><text>Drag</text></name><questiontext format="html"><text>Drag</text></questiontext></question>
            <question type="multichoice"><name><text>Seen</text></name><questiontext format="html"><text>Look</text><file name="a.png" encoding="base64">AAAA</file></questiontext></question>
            """);
        Assert.Equal([(1, "Gap", "cloze"), (2, "Drag", "ddwtos"), (3, "Seen", null)], xml.LeftOut.Select(r => (r.Number, r.Name, r.Why.With is [string type] ? type : null)));
        Assert.Empty(xml.Sheet.Lines);
    }

    [Fact]
    public void Xml_as_Moodle_writes_it_is_read_as_Moodle_means_it()
    {
        var read = ReadXml("""
            <!-- question: 0  -->
              <question type="category"><category><text>$course$/top/党章</text></category><info format="moodle_auto_format"><text></text></info><idnumber></idnumber></question>
              <question type="multichoice">
                <name><text>Hours</text></name>
                <questiontext format="html"><text><![CDATA[<p>How many <b>hours</b>?</p><p>A year, that is &lt; 365 days.</p>]]></text></questiontext>
                <generalfeedback format="html"><text><![CDATA[<p>It says so.</p><p>依据：Article 20（待核）</p>]]></text></generalfeedback>
                <defaultgrade>1.0000000</defaultgrade><penalty>0.3333333</penalty><hidden>0</hidden><idnumber></idnumber>
                <single>true</single><shuffleanswers>true</shuffleanswers><answernumbering>abc</answernumbering>
                <correctfeedback format="html"><text>Your answer is correct.</text></correctfeedback>
                <answer fraction="0" format="html"><text><![CDATA[<p>16</p>]]></text><feedback format="html"><text>Too few</text></feedback></answer>
                <answer fraction="100" format="html"><text><![CDATA[<p>32</p>]]></text><feedback format="html"><text></text></feedback></answer>
                <tags><tag><text>学时</text></tag></tags>
              </question>
              <question type="multichoice"><name><text>Two</text></name><questiontext format="moodle_auto_format"><text>Which
            two?</text></questiontext><single>false</single>
                <answer fraction="50" format="plain_text"><text>a</text></answer><answer fraction="50" format="plain_text"><text>b</text></answer><answer fraction="-100" format="plain_text"><text>c &lt; d</text></answer></question>
              <question type="truefalse"><name><text>TF</text></name><questiontext format="html"><text>So.</text></questiontext>
                <answer fraction="0" format="moodle_auto_format"><text>true</text><feedback format="html"><text>No.</text></feedback></answer><answer fraction="100" format="moodle_auto_format"><text>false</text></answer></question>
              <question type="shortanswer"><name><text>SA</text></name><questiontext format="html"><text>Name it</text></questiontext><usecase>0</usecase>
                <answer fraction="100" format="moodle_auto_format"><text>a &lt;b&gt; \*</text></answer><answer fraction="0" format="moodle_auto_format"><text>*</text><feedback format="html"><text>Read again.</text></feedback></answer></question>
              <question type="essay"><name><text>E</text></name><questiontext format="html"><text>Why?</text></questiontext><generalfeedback format="html"><text>For all.</text></generalfeedback><graderinfo format="html"><text>Because.</text></graderinfo></question>
            """);

        Assert.Equal(["单选题", "多选题", "判断题", "填空题", "简答题"], Column(read, 0));
        Assert.Equal(["How many hours?\nA year, that is < 365 days.", "16", "32"], read.Sheet.Lines[0].Cells[1..4]);
        Assert.Equal(["B", "Article 20", "是", "It says so.\n16：Too few", "党章、学时"], read.Sheet.Lines[0].Cells[12..]);
        Assert.Equal(["Which\ntwo?", "a", "b", "c < d"], read.Sheet.Lines[1].Cells[1..5]);
        Assert.Equal("AB", read.Sheet.Lines[1].Cells[12]);
        Assert.Equal(["错", "", "是", "true：No."], read.Sheet.Lines[2].Cells[12..16]);
        Assert.Equal(["a <b> *", "", "是", "*：Read again."], read.Sheet.Lines[3].Cells[12..16]);
        Assert.Equal(["Because.", "", "是", "For all."], read.Sheet.Lines[4].Cells[12..16]);
        Assert.Empty(read.LeftOut);
        Assert.Empty(read.Changed);
    }

    [Fact]
    public void Xml_that_is_nested_to_break_its_reader_is_refused()
    {
        const int deep = 300_000;
        var nested = $"<quiz><question type=\"essay\"><name>{string.Concat(Enumerable.Repeat("<a>", deep))}{string.Concat(Enumerable.Repeat("</a>", deep))}</name></question></quiz>";

        Assert.Throws<RuleBrokenException>(() => MoodleXml.Read(Encoding.UTF8.GetBytes(nested)));
    }

    [Fact]
    public void A_file_of_another_kind_is_refused_by_what_is_in_it()
    {
        Refused("This is no Excel workbook, no Moodle XML and no GIFT.", [1, 0, 2]);
        Refused("The text is not in UTF-8. Save it in this encoding and send it again.", [0xC4, 0xE3]);
        Refused("There is no question in this file.", "// nothing\n\n"u8.ToArray());
        Refused("Question {0}, “{1}”: its answers have no beginning or no end.", "::A::What? {=a ~b"u8.ToArray());
        Refused("This is no question file of Moodle: its XML cannot be read, or holds something else.", "<?xml version='1.0'?><notes/>"u8.ToArray());
        Refused("This is no question file of Moodle: its XML cannot be read, or holds something else.", "<quiz><question>"u8.ToArray());
        Refused("This is no question file of Moodle: its XML cannot be read, or holds something else.",
            "<?xml version='1.0'?><!DOCTYPE quiz [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><quiz><question type='truefalse'><name><text>&x;</text></name></question></quiz>"u8.ToArray());
        Refused("This is no Excel workbook (.xlsx).", [.. "PK"u8, 3, 4, 0]);
    }

    [Fact]
    public void Whatever_stands_in_a_text_it_is_read_or_refused_with_a_sentence() => Gen.OneOf(Lines, Gen.String).Array[1, 5].Sample(parts =>
    {
        try
        {
            QuestionFile.Read(Encoding.UTF8.GetBytes(string.Join("\n\n", parts)));
        }
        catch (RuleBrokenException)
        {
            // A sentence for its sender.
        }
    });

    private static QuestionContent Kept(QuestionContent content) => new Question(1, content, Viewer.System, DateTime.UnixEpoch).Content;

    private static QuestionFile ReadGift(string text) => QuestionFile.Read(Encoding.UTF8.GetBytes(text));

    private static QuestionFile ReadXml(string questions) => QuestionFile.Read(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n{questions}</quiz>"));

    private static IEnumerable<string> Column(QuestionFile read, int at) => read.Sheet.Lines.Select(line => line.Cells[at]);

    private static void Refused(string sentence, byte[] file) => Assert.Equal(sentence, Assert.Throws<RuleBrokenException>(() => QuestionFile.Read(file)).Message);
}
