using PartyPortal.Domain.Access;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.Study;

namespace PartyPortal.Domain.Tests.Study;

public sealed class StudyMaterialTests
{
    private static readonly DateTime Now = new(2026, 11, 24, 2, 0, 0, DateTimeKind.Utc);
    private static readonly Viewer Author = new() { AccountId = "author" };
    private static readonly Viewer Reviewer = new() { AccountId = "reviewer" };
    private static readonly StudyContent Good = new("Title", StudyCategory.Rules, AudienceKind.Subtree, "Our branch") { Body = "<p>Text</p>", Link = "https://example.edu/a" };

    [Fact]
    public void A_draft_for_the_own_organisation_is_published_at_once()
    {
        var material = Draft(Good);

        material.Publish(Author, Now.AddDays(1));

        Assert.Equal(StudyState.Published, material.State);
        Assert.Equal(Now.AddDays(1), material.PublishedAt);
        Assert.Equal("subtree:7", material.AudienceKey);
    }

    [Fact]
    public void What_is_for_the_Internet_waits_for_a_second_person()
    {
        var material = Draft(Good with { Audience = AudienceKind.Internet });
        material.Publish(Author, Now);

        Assert.Equal(StudyState.AwaitingApproval, material.State);
        Breaks("Somebody else must approve what you wrote or submitted.", () => material.Approve(Author, Now));

        material.Approve(Reviewer, Now);
        Assert.Equal(StudyState.Published, material.State);
    }

    [Fact]
    public void Only_what_waits_is_approved_and_only_a_draft_is_published()
    {
        var material = Draft(Good);

        Breaks("This material does not wait for approval.", () => material.Approve(Reviewer, Now));
        material.Publish(Author, Now);
        Breaks("This material is not a draft any more.", () => material.Publish(Author, Now));
    }

    [Fact]
    public void Editing_what_is_on_the_Internet_makes_it_a_draft_again()
    {
        var material = Draft(Good with { Audience = AudienceKind.Internet });
        material.Publish(Author, Now);
        material.Approve(Reviewer, Now);

        material.Revise(Good with { Audience = AudienceKind.Internet, Title = "Other" }, Author, Now);

        Assert.Equal(StudyState.Draft, material.State);
    }

    [Fact]
    public void What_was_withdrawn_comes_back_as_a_draft_when_it_is_edited()
    {
        var material = Draft(Good);
        material.Publish(Author, Now);

        Breaks("Say why it is withdrawn.", () => material.Withdraw(" "));
        material.Withdraw("Out of date");
        Breaks("This material is withdrawn already.", () => material.Withdraw("Again"));

        material.Revise(Good, Author, Now);
        material.Publish(Author, Now);
        Assert.Equal((StudyState.Published, null), (material.State, material.WithdrawnBecause));
    }

    [Fact]
    public void Each_form_needs_what_it_consists_of()
    {
        Breaks("Write a title.", () => Draft(Good with { Title = " " }));
        Breaks("Say where the material comes from.", () => Draft(Good with { Source = "" }));
        Breaks("Write the text.", () => Draft(Good with { Body = "" }));
        Breaks("The date of the source lies in the future.", () => Draft(Good with { SourceDate = new DateOnly(2026, 11, 26) }));
        Breaks("Only the organisation office addresses the whole university. Choose your own organisation, or the Internet.", () => Draft(Good with { Audience = AudienceKind.Campus }));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("example.edu")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("//example.edu")]
    public void A_link_is_a_whole_web_address(string? link) =>
        Breaks("Give a whole address that begins with https:// or http://.", () => Draft(Good with { Link = link }, StudyKind.Link));

    [Fact]
    public void Only_a_link_keeps_an_address()
    {
        Assert.Equal("https://example.edu/a", Draft(Good, StudyKind.Link).Link);
        Assert.Null(Draft(Good).Link);
    }

    [Fact]
    public void What_consists_of_a_file_is_not_published_without_it_and_nothing_else_takes_one()
    {
        var film = Draft(Good, StudyKind.Video);
        var file = new StoredFile("name", "clip.mp4", FileKind.Video, "video/mp4", 1, "hash");

        Breaks("Send the file first: edit the material.", () => film.Publish(Author, Now));
        film.Attach(file);
        film.Publish(Author, Now, "Music alone");
        Assert.Equal(StudyState.Published, film.State);
        Breaks("A material of this form has no file.", () => Draft(Good).Attach(file));
    }

    [Fact]
    public void A_film_without_a_transcript_is_published_only_with_a_reason_that_is_kept()
    {
        var film = Film(Good);
        Breaks("Mend what the check found, or write why it is published all the same.", () => film.Publish(Author, Now, " "));

        film.Publish(Author, Now, "Music alone");

        Assert.Equal((StudyState.Published, "Music alone"), (film.State, film.ExemptBecause));
    }

    [Fact]
    public void What_shuts_somebody_out_is_published_only_with_a_reason_and_what_does_not_stays_so()
    {
        var fault = new AccessFault("A fault: {0}.", "here");
        var article = Draft(Good);
        Breaks("Mend what the check found, or write why it is published all the same.", () => article.Publish(Author, Now, null, fault));

        article.Publish(Author, Now, "Not needed");
        Assert.Null(article.ExemptBecause);
        Breaks("A fault: {0}.", () => article.RefuseNewFaults([], [fault]));
        Breaks("A fault: {0}.", () => article.RefuseNewFaults([new AccessFault("A fault: {0}.", "elsewhere")], [fault]));
        article.RefuseNewFaults([new AccessFault("A fault: {0}.", "here")], [fault]);

        var excused = Draft(Good);
        excused.Publish(Author, Now, "A facsimile", fault);
        excused.RefuseNewFaults([], [fault]);
        Assert.Equal("A facsimile", excused.ExemptBecause);
    }

    [Fact]
    public void A_presentation_that_may_not_be_saved_could_not_be_read()
    {
        var slides = Draft(Good with { MayNotBePassedOn = true }, StudyKind.Slides);
        slides.Attach(new StoredFile("name", "a.pptx", FileKind.Slides, "application/octet-stream", 1, "hash"));
        Breaks("A presentation is read by saving it. Send it as PDF, or let it be passed on.", () => slides.Publish(Author, Now));

        slides.Attach(new StoredFile("name", "a.pdf", FileKind.Pdf, "application/pdf", 1, "hash"));
        slides.Publish(Author, Now);
    }

    [Fact]
    public void The_transcript_is_made_from_the_captions_unless_it_is_written()
    {
        var captioned = Good with { Captions = "WEBVTT\n\n00:00.000 --> 00:01.000\nHello" };

        Assert.Equal("Hello", Film(captioned).Transcript);
        Assert.Equal("Hello to all", Film(captioned with { Transcript = "Hello to all" }).Transcript);
        Assert.Null(Draft(captioned).Transcript);
    }

    [Fact]
    public void What_is_said_is_read_line_by_line_from_the_captions_with_their_times_or_from_the_transcript()
    {
        var captioned = Good with { Captions = "WEBVTT\n\n00:01.500 --> 00:03.000\nHello" };

        Assert.Equal([new SpokenLine(TimeSpan.FromSeconds(1.5), "Hello")], Film(captioned).SpokenLines());
        Assert.Null(Film(captioned).WrittenTranscript);
        Assert.Equal("Hello to all", Film(captioned with { Transcript = "Hello to all" }).WrittenTranscript);
        Assert.Equal([new SpokenLine(null, "One"), new SpokenLine(null, "Two")], Film(Good with { Transcript = "One\r\n\nTwo" }).SpokenLines());
        Assert.Empty(Draft(Good).SpokenLines());
    }

    [Fact]
    public void What_is_published_keeps_a_transcript()
    {
        var film = Film(Good with { Transcript = "Hello" });
        film.Publish(Author, Now);

        Breaks("This material is published: its transcript can be replaced, not taken away.", () => film.Revise(Good, Author, Now));
    }

    [Fact]
    public void Tags_are_kept_once_and_few_and_short()
    {
        var material = Draft(Good with { Tags = ["党章", " 党章 ", "", "入门"] });
        material.Revise(Good with { Tags = ["入门", "实务"] }, Author, Now);

        Assert.Equal(["入门", "实务"], material.Tags.Select(t => t.Name));
        Assert.Contains("实务", material.WordsKey, StringComparison.Ordinal);
        Breaks("At most {0} tags of {1} characters each.", () => Draft(Good with { Tags = [new string('x', 21)] }));
        Breaks("At most {0} tags of {1} characters each.", () => Draft(Good with { Tags = [.. "123456789".Select(c => c.ToString())] }));
    }

    [Fact]
    public void A_learner_marks_and_unmarks_and_a_place_stays_within_reason()
    {
        var progress = new StudyProgress(1, "me");
        progress.MoveTo(-5);
        Assert.True(progress.IsBlank);

        progress.MoveTo(int.MaxValue);
        progress.MarkDone();
        Assert.Equal((StudyProgress.MaxPosition, true), (progress.Position, progress.IsDone));

        progress.MarkUndone();
        progress.MoveTo(0);
        Assert.True(progress.IsBlank);
    }

    private static StudyMaterial Film(StudyContent content)
    {
        var film = Draft(content, StudyKind.Video);
        film.Attach(new StoredFile("name", "clip.mp4", FileKind.Video, "video/mp4", 1, "hash"));
        return film;
    }

    private static StudyMaterial Draft(StudyContent content, StudyKind kind = StudyKind.Article) => new(7, kind, content, Author, Now);

    private static void Breaks(string sentence, Action act) => Assert.Equal(sentence, Assert.Throws<RuleBrokenException>(act).Message);
}
