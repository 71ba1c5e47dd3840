using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.People;

namespace PartyPortal.Domain.Study;

/// <summary>What an editor writes about a material.</summary>
public sealed record StudyContent(string Title, StudyCategory Category, AudienceKind Audience, string Source)
{
    /// <summary>Of these alone; none: everybody of the audience.</summary>
    public IReadOnlyCollection<Stage> Stages { get; init; } = [];

    public string? Summary { get; init; }

    /// <summary>The article itself; beside a film, recording or document, words to go with it.</summary>
    public string? Body { get; init; }

    public string? Link { get; init; }

    /// <summary>When the source was published, where that is known.</summary>
    public DateOnly? SourceDate { get; init; }

    /// <summary>The regulation and article that it rests on, as people quote them.</summary>
    public string? Regulation { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>The rights in it allow it to be studied here alone.</summary>
    public bool MayNotBePassedOn { get; init; }

    /// <summary>Of a film or recording, as WebVTT or SubRip.</summary>
    public string? Captions { get; init; }

    /// <summary>What is said in it; made from the captions where it is not written.</summary>
    public string? Transcript { get; init; }

    /// <summary>A line each: 03:15 The second part.</summary>
    public string? Chapters { get; init; }
}

/// <summary>Something to study. Its kind stays what it was; what goes to the Internet needs the approval of a second person.</summary>
public sealed class StudyMaterial : IBelongToBranch, IVersioned, IAudited
{
    public const int TitleMaxLength = 120;
    public const int SummaryMaxLength = 300;
    public const int BodyMaxLength = 50_000;
    public const int SourceMaxLength = 120;
    public const int RegulationMaxLength = 200;
    public const int LinkMaxLength = 500;
    public const int ReasonMaxLength = 300;
    public const int MostTags = 8;
    public const int CaptionsMaxLength = 200_000;
    public const int ChaptersMaxLength = 4_000;

    private readonly List<StudyTag> _tags = [];
    private readonly List<StudyVersion> _versions = [];

    private StudyMaterial() { }

    /// <exception cref="RuleBrokenException">As for <see cref="Revise"/>.</exception>
    public StudyMaterial(int branchId, StudyKind kind, StudyContent content, Viewer by, DateTime now)
    {
        (BranchId, Kind, PublishedAt) = (branchId, kind, now);
        Revise(content, by, now);
    }

    public int Id { get; private init; }
    public int BranchId { get; private init; }
    public Branch Branch { get; private init; } = null!;
    public StudyKind Kind { get; private init; }
    public StudyCategory Category { get; private set; }
    public string Title { get; private set; } = "";
    public string Summary { get; private set; } = "";
    public string Body { get; private set; } = "";
    public string? Link { get; private set; }

    /// <summary>The film, recording or document; null for an article or a link, and for a draft that waits for it.</summary>
    public StoredFile? File { get; private set; }

    /// <summary>What the portal made of the file, some time after it came; loaded only where it is shown.</summary>
    public StudyRendition? Rendition { get; private set; }

    /// <summary>As WebVTT; null for what has none.</summary>
    public string? Captions { get; private set; }

    /// <summary>What is said in a film or recording, as plain text.</summary>
    public string? Transcript { get; private set; }

    /// <summary>What is said, line by line, with its times where captions tell them.</summary>
    public IReadOnlyList<SpokenLine> SpokenLines() => Captions is { } captions
        ? Study.Captions.Read(captions).Spoken
        : [.. (Transcript ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(words => new SpokenLine(null, words))];

    /// <summary>What somebody wrote of it besides the captions; null where the captions say it all.</summary>
    public string? WrittenTranscript => Captions is not null && Transcript != Study.Captions.Read(Captions).Transcript ? Transcript : null;

    /// <summary>A line each, as <see cref="Chapter.Read"/> reads them.</summary>
    public string? Chapters { get; private set; }

    /// <summary>Why it is published although not everybody can follow it; null where there is nothing to excuse.</summary>
    public string? ExemptBecause { get; private set; }

    /// <summary>Where it comes from: whoever wrote, filmed or published it.</summary>
    public string Source { get; private set; } = "";

    public DateOnly? SourceDate { get; private set; }
    public string? Regulation { get; private set; }

    /// <summary>The rights in it allow it to be studied here alone: there is nothing to save or take away.</summary>
    public bool MayNotBePassedOn { get; private set; }

    public AudienceKind AudienceKind { get; private set; }
    public string AudienceKey { get; private set; } = "";

    /// <summary>The stages of the audience that it is for; 0 for all.</summary>
    public int StageBits { get; private set; }

    public Addressees Addressees => new(AudienceKind, BranchId, StageBits);
    public StudyState State { get; private set; } = StudyState.Draft;

    /// <summary>Since when it is to be read; before that, when it was begun.</summary>
    public DateTime PublishedAt { get; private set; }

    public string? EditedBy { get; private set; }
    public string? PublishedBy { get; private set; }
    public string? ApprovedBy { get; private set; }
    public string? WithdrawnBecause { get; private set; }

    /// <summary>What the reviewer wants mended; null once it was handed in again.</summary>
    public string? SentBackBecause { get; private set; }

    public IReadOnlyList<StudyTag> Tags => _tags;

    /// <summary>So many texts of it are kept; none before it was published for the first time.</summary>
    public int VersionsKept { get; private set; }

    /// <summary>Loaded only where they are asked for.</summary>
    public IReadOnlyList<StudyVersion> Versions => _versions;

    internal (string Title, string Summary, string Body, string? Transcript, string Source, string? Regulation) Words => (Title, Summary, Body, Transcript, Source, Regulation);

    /// <summary>What a search looks through: title, summary, source, regulation and tags in lower case.</summary>
    public string WordsKey { get; private set; } = "";

    public Guid Version { get; private set; }

    /// <summary>Changes the content. What is for the Internet, waits for approval or was withdrawn becomes a draft again.</summary>
    /// <exception cref="RuleBrokenException">It lacks what its kind needs, or addresses whom the writer may not address.</exception>
    public void Revise(StudyContent content, Viewer by, DateTime now)
    {
        RefuseIncomplete(content, now);
        Publishing.RequireAddressable(content.Audience, by);
        var stages = Publishing.StageBits(content.Audience, content.Stages);
        // Published before versions were kept.
        if (VersionsKept == 0 && State is not StudyState.Draft) Keep(null, PublishedAt);
        var before = Words;

        (Title, Category, Source, SourceDate) = (content.Title, content.Category, content.Source, content.SourceDate);
        (Summary, Body, Regulation, MayNotBePassedOn) = (content.Summary ?? "", content.Body ?? "", content.Regulation, content.MayNotBePassedOn);
        Link = Kind is StudyKind.Link ? content.Link : null;
        if (Kind.IsMedia()) Caption(content);
        Refuse(State is StudyState.Published && LacksTranscript && ExemptBecause is null, Key("This material is published: its transcript can be replaced, not taken away."), nameof(Transcript));
        (AudienceKind, AudienceKey, StageBits, EditedBy) = (content.Audience, Audience.KeyOf(content.Audience, BranchId), stages, by.AccountId);
        Tag(content.Tags);
        WordsKey = string.Join('\n', [Title, Summary, Source, Regulation, .. Tags.Select(t => t.Name)]).ToLowerInvariant();
        if (VersionsKept > 0 && before != Words) Keep(by.Acting?.Role, now);
        if (State is not StudyState.Published || AudienceKind is AudienceKind.Internet) State = StudyState.Draft;
    }

    /// <summary>Gives it its file, or another one.</summary>
    /// <exception cref="RuleBrokenException">A material of this form has no file.</exception>
    public void Attach(StoredFile file)
    {
        Refuse(Kind.NeededFile() is null, Key("A material of this form has no file."));
        File = file;
    }

    /// <summary>Whether what is said in it can only be heard.</summary>
    public bool LacksTranscript => Kind.IsMedia() && Transcript is null;

    /// <summary>Whether somebody who does not hear it sees what is said without its words.</summary>
    public bool LacksCaptions => Kind is StudyKind.Video && Captions is null;

    /// <summary>Publishes it; for the Internet, asks for approval first.</summary>
    /// <param name="exemption">Why it goes out although somebody is shut out of it, where somebody is.</param>
    /// <param name="faults">What shuts somebody out, as the check found it.</param>
    /// <exception cref="RuleBrokenException">It is no draft, its file is missing, or it has faults and no reason is given.</exception>
    public void Publish(Viewer by, DateTime now, string? exemption = null, params IReadOnlyList<AccessFault> faults)
    {
        var hasFaults = LacksTranscript || faults.Count > 0;
        Refuse(State is not StudyState.Draft, Key("This material is not a draft any more."));
        Refuse(Kind.NeededFile() is not null && File is null, Key("Send the file first: edit the material."));
        RefuseUnreadable();
        Refuse(hasFaults && string.IsNullOrWhiteSpace(exemption), Key("Mend what the check found, or write why it is published all the same."), "Exemption");
        (PublishedBy, SentBackBecause, ExemptBecause) = (by.AccountId, null, hasFaults ? exemption : null);
        if (VersionsKept == 0) Keep(by.Acting?.Role, now);
        if (AudienceKind is AudienceKind.Internet) State = StudyState.AwaitingApproval;
        else Release(now);
    }

    /// <summary>What was published without faults stays so; one that the check has learned to see since then hinders nobody.</summary>
    /// <exception cref="RuleBrokenException">The first new fault.</exception>
    public void RefuseNewFaults(IReadOnlyList<AccessFault> before, IReadOnlyList<AccessFault> faults)
    {
        if (State is not StudyState.Published) return;

        RefuseUnreadable();
        if (ExemptBecause is null && faults.FirstOrDefault(f => !before.Any(f.IsSame)) is { } fault) throw new RuleBrokenException(fault.Sentence, fault.Details) { Field = nameof(Body) };
    }

    /// <exception cref="RuleBrokenException">It does not wait for approval, or the approver wrote or submitted it.</exception>
    public void Approve(Viewer by, DateTime now)
    {
        RequireReviewer(by);
        ApprovedBy = by.AccountId;
        Release(now);
    }

    /// <summary>Gives it back to be mended and handed in again.</summary>
    /// <exception cref="RuleBrokenException">As for <see cref="Approve"/>, or no reason is given.</exception>
    public void SendBack(string? reason, Viewer by)
    {
        RequireReviewer(by);
        Refuse(string.IsNullOrWhiteSpace(reason), Key("Say what is to be mended."), "Reason");
        (State, SentBackBecause) = (StudyState.Draft, reason);
    }

    /// <summary>Takes it away from its readers; editing it brings it back as a draft.</summary>
    /// <exception cref="RuleBrokenException">It is withdrawn already, or no reason is given.</exception>
    public void Withdraw(string? reason)
    {
        Refuse(State is StudyState.Withdrawn, Key("This material is withdrawn already."));
        Refuse(string.IsNullOrWhiteSpace(reason), Key("Say why it is withdrawn."), "Reason");
        (State, WithdrawnBecause) = (StudyState.Withdrawn, reason);
    }

    private void Keep(Role? office, DateTime at) => _versions.Add(new StudyVersion(this, ++VersionsKept, office, at));

    private void RequireReviewer(Viewer by)
    {
        Refuse(State is not StudyState.AwaitingApproval, Key("This material does not wait for approval."));
        Publishing.RequireSecondPerson(by, EditedBy, PublishedBy);
    }

    private void Release(DateTime now) => (State, PublishedAt, WithdrawnBecause) = (StudyState.Published, now, null);

    private void RefuseIncomplete(StudyContent content, DateTime now)
    {
        Refuse(string.IsNullOrWhiteSpace(content.Title), Key("Write a title."), nameof(Title));
        Refuse(string.IsNullOrWhiteSpace(content.Source), Key("Say where the material comes from."), nameof(Source));
        Refuse(Kind is StudyKind.Article && string.IsNullOrWhiteSpace(content.Body), Key("Write the text."), nameof(Body));
        Refuse(Kind is StudyKind.Link && !IsWebAddress(content.Link), Key("Give a whole address that begins with https:// or http://."), nameof(Link));
        // A day of grace: a source of today in Beijing may be of tomorrow by UTC's calendar.
        Refuse(content.SourceDate > DateOnly.FromDateTime(now).AddDays(1), Key("The date of the source lies in the future."), nameof(SourceDate));
    }

    private void RefuseUnreadable() =>
        Refuse(MayNotBePassedOn && File is { Kind: FileKind.Slides }, Key("A presentation is read by saving it. Send it as PDF, or let it be passed on."), nameof(MayNotBePassedOn));

    private void Caption(StudyContent content)
    {
        var captions = string.IsNullOrWhiteSpace(content.Captions) ? null : Study.Captions.Read(content.Captions);
        Captions = captions?.Text;
        Transcript = string.IsNullOrWhiteSpace(content.Transcript) ? captions?.Transcript : content.Transcript.Trim();
        Chapters = Chapter.Read(content.Chapters).Count > 0 ? content.Chapters : null;
    }

    private void Tag(IReadOnlyList<string> names)
    {
        var wanted = names.Select(n => string.Concat(n.Where(c => !char.IsControl(c))).Trim()).Where(n => n.Length > 0).Distinct().ToList();
        if (wanted.Count > MostTags || wanted.Exists(n => n.Length > StudyTag.NameMaxLength))
            throw new RuleBrokenException("At most {0} tags of {1} characters each.", MostTags, StudyTag.NameMaxLength) { Field = nameof(Tags) };

        _tags.RemoveAll(t => !wanted.Contains(t.Name));
        _tags.AddRange(wanted.Where(n => !_tags.Exists(t => t.Name == n)).Select(n => new StudyTag(BranchId, n)));
    }

    private static bool IsWebAddress(string? link) => Uri.TryCreate(link, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0;

    /// <summary>Marks a sentence of the dictionary.</summary>
    private static string Key(string sentence) => sentence;

    private static void Refuse(bool isBroken, string sentence, string? field = null)
    {
        if (isBroken) throw new RuleBrokenException(sentence) { Field = field };
    }
}
