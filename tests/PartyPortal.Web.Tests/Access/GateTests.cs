using Microsoft.EntityFrameworkCore;
using PartyPortal.Data.Access;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Tests.Harness;
using PartyPortal.Web.Tests.Study;

namespace PartyPortal.Web.Tests.Access;

/// <summary>The gates themselves, past every page: who reads and writes what through the context.</summary>
public sealed class GateTests(Portal portal)
{
    [Fact]
    public async Task A_secretary_sees_the_people_of_the_subtree_and_no_others()
    {
        var (college, physics, history) = await PlantAsync();
        await portal.PlantPersonAsync(physics, "Li Hua");
        await portal.PlantPersonAsync(history, "Zhao Min");

        var names = await portal.InDbAsync(ActingIn(college, Role.GeneralBranchSecretary), db => db.People.Select(p => p.Name).ToListAsync());

        Assert.Equal(["Li Hua"], names);
    }

    [Fact]
    public async Task A_secretary_cannot_add_a_person_to_another_branch()
    {
        var (_, physics, history) = await PlantAsync();

        await Assert.ThrowsAsync<OutsideJurisdictionException>(() => portal.InDbAsync(ActingIn(physics, Role.Secretary), async db =>
        {
            db.Add(new Domain.People.Person("Zhao Min", await db.Branches.SingleAsync(b => b.Id == history.Id), Domain.People.Stage.Applicant, portal.Today));
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task A_secretary_cannot_move_a_person_out_of_reach()
    {
        var (_, physics, history) = await PlantAsync();
        var li = await portal.PlantPersonAsync(physics, "Li Hua");

        await Assert.ThrowsAsync<OutsideJurisdictionException>(() => portal.InDbAsync(ActingIn(physics, Role.Secretary), async db =>
        {
            var person = await db.People.Include(p => p.Periods).SingleAsync(p => p.Id == li.Id);
            person.JoinBranch(await db.Branches.SingleAsync(b => b.Id == history.Id), portal.Today);
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task Nobody_writes_nothing()
    {
        var (_, physics, _) = await PlantAsync();

        await Assert.ThrowsAsync<OutsideJurisdictionException>(() => portal.InDbAsync(Viewer.Nobody, async db =>
        {
            db.Add(new Domain.People.Person("Zhao Min", await db.Branches.SingleAsync(b => b.Id == physics.Id), Domain.People.Stage.Applicant, portal.Today));
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task Whoever_is_shown_a_note_puts_it_away_and_changes_nothing_else_of_it()
    {
        var (_, physics, _) = await PlantAsync();
        var material = await portal.PlantMaterialAsync(physics, AudienceKind.Branch);
        var (reader, other) = (await portal.PlantPersonAsync(physics, "Li Hua"), await portal.PlantPersonAsync(physics, "Zhao Min"));
        var writer = (await portal.As(Actor.Member(physics))).AccountId!;
        await portal.InDbAsync(async db =>
        {
            var note = new StudyNote(await db.StudyMaterials.SingleAsync(m => m.Id == material), writer, null, "Words");
            note.ShowTo([reader.Id]);
            db.Add(note);
            return await db.SaveChangesAsync();
        });
        Task ChangeAsync(int person, Action<Data.PortalDb, NoteReader> change) => portal.InDbAsync(new Viewer { AccountId = "somebody", PersonId = person }, async db =>
        {
            change(db, await db.NoteReaders.IgnoreQueryFilters().SingleAsync(r => r.PersonId == reader.Id));
            return await db.SaveChangesAsync();
        });

        await Assert.ThrowsAsync<OutsideJurisdictionException>(() => ChangeAsync(other.Id, (_, shown) => shown.PutAway()));
        await Assert.ThrowsAsync<OutsideJurisdictionException>(() => ChangeAsync(reader.Id, (_, shown) => shown.WasTold()));
        await Assert.ThrowsAsync<OutsideJurisdictionException>(() => ChangeAsync(reader.Id, (db, shown) => db.Remove(shown)));
        await ChangeAsync(reader.Id, (_, shown) => shown.PutAway());
    }

    [Fact]
    public async Task A_branch_knows_its_path_after_one_save()
    {
        var (college, physics, _) = await PlantAsync();

        Assert.StartsWith(college.Path, physics.Path, StringComparison.Ordinal);
        Assert.EndsWith($"/{physics.Id:D5}/", physics.Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_leaves_one_audit_row_without_personal_values()
    {
        var (_, physics, _) = await PlantAsync();
        var li = await portal.PlantPersonAsync(physics, "Li Hua");
        await portal.InDbAsync(async db =>
        {
            (await db.People.SingleAsync(p => p.Id == li.Id)).Rename("Li Huahua");
            await db.SaveChangesAsync();
        });

        var row = await portal.InDbAsync(db => db.Audit.SingleAsync(a => a.Subject == $"Person {li.Id}" && a.Action == "Person.Modified"));

        Assert.Contains("Name", row.Detail);
        Assert.DoesNotContain("Huahua", row.Detail);
    }

    private async Task<(Branch College, Branch Physics, Branch History)> PlantAsync()
    {
        var university = await portal.PlantBranchAsync("University", null, BranchKind.UniversityCommittee);
        var college = await portal.PlantBranchAsync("College", university, BranchKind.GeneralBranch);
        return (college, await portal.PlantBranchAsync("Physics", college), await portal.PlantBranchAsync("History", university));
    }

    private static Viewer ActingIn(Branch branch, Role role) => new() { AccountId = "test", Acting = new ActingRole(1, role, branch.Id, branch.Name, branch.Path) };
}
