using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Study;

namespace PartyPortal.Domain.Tests.Study;

public sealed class StudyNoteTests
{
    private static readonly DateOnly Today = new(2026, 11, 27);
    private static readonly Branch Home = new("H", "Home", BranchKind.Branch, new Branch("U", "University", BranchKind.UniversityCommittee, null, Today), Today);
    private static readonly Person Member = new("Li Na", Home, Stage.FullMember, Today);
    private static readonly Person Applicant = new("Wang Fang", Home, Stage.Applicant, Today);

    [Fact]
    public void A_note_is_shown_to_somebody_who_may_open_the_material_and_once()
    {
        var note = Made(AudienceKind.Members);

        Breaks("Choose who is to read this note.", () => note.ShowTo([]));
        Breaks("They may not open “{0}”: {1}.", () => note.ShowTo([Member, Applicant]));
        Assert.Empty(note.Readers);

        note.ShowTo([Member]);
        note.ShowTo([Member]);
        note.ShowTo([]);
        Assert.Equal(Member, Assert.Single(note.Readers).Person);
        Assert.True(note.Readers[0].AwaitsWord);
    }

    private static StudyNote Made(AudienceKind audience)
    {
        var content = new StudyContent("Lesson", StudyCategory.Rules, audience, "Us") { Body = "<p>Text</p>" };
        var office = new Viewer { AccountId = "office", Acting = new ActingRole(0, Role.OrganisationOffice, null, "", "/") };
        return new(new StudyMaterial(0, StudyKind.Article, content, office, DateTime.UnixEpoch), "me", null, "Words");
    }

    private static void Breaks(string rule, Action act)
    {
        var broken = Assert.Throws<RuleBrokenException>(act);
        Assert.Equal((rule, "Readers"), (broken.Message, broken.Field));
    }
}
