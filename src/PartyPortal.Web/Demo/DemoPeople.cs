using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Sealing;

namespace PartyPortal.Web.Demo;

/// <summary>600 invented people in every stage, the same ones at each planting. Each name says that it is a demo.</summary>
internal sealed class DemoPeople
{
    private const int Count = 600;
    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文单";
    private const string Given = "晓明伟芳娜静敏强磊军洋勇艳杰娟涛超霞平刚桂英华玉兰红梅建国志远思源雨晴子涵欣怡嘉琪俊熙浩然一诺可心若溪文博天宇佳慧";

    private static readonly Stage[] Students = [Stage.Applicant, Stage.Applicant, Stage.Activist, Stage.Activist, Stage.Candidate, Stage.ProbationaryMember, Stage.ProbationaryMember, Stage.FullMember, Stage.FullMember, Stage.FullMember];
    private static readonly Stage[] Others = [Stage.FullMember, Stage.FullMember, Stage.FullMember, Stage.FullMember, Stage.ProbationaryMember, Stage.Activist];

    private readonly Random _chance = new(19210723);
    private readonly DateOnly _today;

    public DemoPeople(DemoTree tree, DateOnly today, FieldSealer sealer)
    {
        _today = today;
        var leaves = tree.Leaves;
        for (var i = 0; i < Count; i++) All.Add(Invent(i, leaves[i % leaves.Count]));
        foreach (var person in All.Where(p => p.IsMember))
        {
            if (tree.Groups.Where(g => g.Branch == person.Branch).Skip(_chance.Next(2)).FirstOrDefault() is { } group) person.JoinGroup(group);
        }

        foreach (var person in All.Where((_, i) => i % 3 > 0)) person.RecordPhone($"000-{_chance.Next(10_000_000, 99_999_999)}", sealer);
        for (var i = 0; i < 6; i++) All[^(i + 1)].EnterStage(Stage.Former, today.AddDays(-i - 1));
    }

    public List<Person> All { get; } = [];

    public Person First(Branch branch, Stage stage) => All.First(p => p.Branch == branch && p.Stage == stage && p.AccountId is null);

    private Person Invent(int index, Branch branch)
    {
        var stages = branch.People is BranchPeople.Students ? Students : Others;
        var stage = stages[_chance.Next(stages.Length)];
        var entered = _today.AddDays(-_chance.Next(60, 900));
        var person = new Person(InventName(), branch, stage, entered) { AppliedOn = entered.AddDays(-400), BornOn = InventBirth(branch) };
        person.GiveNumber($"{(branch.People is BranchPeople.Students ? "S" : "T")}0{index:D5}");
        if (stage >= Stage.ProbationaryMember) person.AdmittedOn = stage is Stage.ProbationaryMember ? _today.AddDays(-_chance.Next(30, 360)) : entered.AddDays(-30);
        if (stage is Stage.FullMember) person.ConvertedOn = person.AdmittedOn!.Value.AddYears(1) is var converted && converted > _today ? _today : converted;
        return person;
    }

    private string InventName() => $"{Surnames[_chance.Next(Surnames.Length)]}{Given[_chance.Next(Given.Length)]}{Given[_chance.Next(Given.Length)]}（演示）";

    private DateOnly InventBirth(Branch branch) => branch.People switch
    {
        BranchPeople.Students => _today.AddYears(-_chance.Next(19, 27)).AddDays(-_chance.Next(365)),
        BranchPeople.Retired => _today.AddYears(-_chance.Next(61, 90)).AddDays(-_chance.Next(365)),
        _ => _today.AddYears(-_chance.Next(27, 60)).AddDays(-_chance.Next(365)),
    };
}
