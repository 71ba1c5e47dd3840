using PartyPortal.Domain.Access;
using PartyPortal.Domain.Study;

namespace PartyPortal.Domain.Tests.Study;

public sealed class StudyNoteTests
{
    private const int Reader = 7;

    private static readonly Viewer Office = new() { AccountId = "office", Acting = new ActingRole(0, Role.OrganisationOffice, null, "", "/") };

    [Fact]
    public void A_note_beside_a_published_material_is_shown_to_somebody_once()
    {
        var material = Made();
        var note = new StudyNote(material, "me", null, "Words");

        Breaks("Choose who is to read this note.", () => note.ShowTo([]));
        Breaks("“{0}” is not published just now. Show the note when it is.", () => note.ShowTo([Reader]));
        Assert.Empty(note.Readers);

        material.Publish(Office, DateTime.UnixEpoch);

        note.ShowTo([Reader]);
        note.ShowTo([Reader]);
        note.ShowTo([]);
        Assert.Equal(Reader, Assert.Single(note.Readers).PersonId);
        Assert.True(note.Readers[0].AwaitsWord);
    }

    private static StudyMaterial Made() =>
        new(0, StudyKind.Article, new StudyContent("Lesson", StudyCategory.Rules, AudienceKind.Members, "Us") { Body = "<p>Text</p>" }, Office, DateTime.UnixEpoch);

    private static void Breaks(string rule, Action act)
    {
        var broken = Assert.Throws<RuleBrokenException>(act);
        Assert.Equal((rule, "Readers"), (broken.Message, broken.Field));
    }
}
