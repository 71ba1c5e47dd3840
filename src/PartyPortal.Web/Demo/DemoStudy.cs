using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Web.Demo;

/// <summary>Materials of every form, for several audiences and in every state, and a learner who has begun some of them.</summary>
internal sealed class DemoStudy(FileIntake intake, TimeProvider clock) : IDemoContents
{
    /// <summary>So many materials for the Internet are left for the visitor to approve.</summary>
    private const int Waiting = 2;

    private static readonly string Assets = Path.Combine(AppContext.BaseDirectory, "Demo", "Assets");
    private static readonly AudienceKind[] Audiences = [AudienceKind.Internet, AudienceKind.Campus, AudienceKind.Internet, AudienceKind.Applicants, AudienceKind.Members];

    private static readonly (StudyKind Kind, string File, string Title, StudyCategory Category, string[] Tags)[] Files =
    [
        (StudyKind.Video, "clip.mp4", "微党课：门户怎样陪你学习", StudyCategory.Other, ["微党课", "入门"]),
        (StudyKind.Video, "clip.mp4", "主题党日回顾短片", StudyCategory.Practice, ["主题党日"]),
        (StudyKind.Video, "clip.mp4", "反诈小课堂（视频版）", StudyCategory.Digital, ["网络安全", "防诈骗"]),
        (StudyKind.Audio, "recording.m4a", "路上听：党章导读", StudyCategory.Rules, ["党章", "路上听"]),
        (StudyKind.Audio, "recording.m4a", "路上听：党史上的今天", StudyCategory.History, ["党史", "路上听"]),
        (StudyKind.Document, "handbook.pdf", "支部工作常用提示", StudyCategory.Practice, ["支部", "手册"]),
        (StudyKind.Document, "handbook.pdf", "党支部工作手册填写说明", StudyCategory.Practice, ["支部", "手册"]),
        (StudyKind.Slides, "handbook.pdf", "入党积极分子培训第一讲（课件）", StudyCategory.Rules, ["积极分子", "课件"]),
        (StudyKind.Slides, "handbook.pdf", "组织关系转接办理（课件）", StudyCategory.Practice, ["组织关系", "课件"]),
        (StudyKind.Document, "talk.docx", "谈心谈话怎么谈", StudyCategory.Practice, ["支部"]),
        (StudyKind.Slides, "slides.pptx", "开好一次支部党员大会（课件）", StudyCategory.Practice, ["支部", "课件"]),
    ];

    private const string Captions = """
        WEBVTT

        00:00.000 --> 00:04.000
        欢迎使用门户的学习园地。

        00:04.000 --> 00:09.000
        每段视频和录音都配有字幕或文稿，听不见、不便听，都能学。

        00:09.000 --> 00:14.000
        可以放慢到一半，也可以加快到两倍。

        00:14.000 --> 00:20.000
        换一台设备，从上次停下的地方继续。
        """;

    private const string Chapters = """
        00:00 欢迎
        00:09 变速与续学
        """;

    private static readonly (string Title, string Address, StudyCategory Category)[] Links =
    [
        ("共产党员网", "https://www.12371.cn/", StudyCategory.Theory),
        ("人民网·中国共产党新闻网", "http://cpc.people.com.cn/", StudyCategory.Theory),
        ("中央纪委国家监委网站", "https://www.ccdi.gov.cn/", StudyCategory.Discipline),
        ("教育部网站", "http://www.moe.gov.cn/", StudyCategory.Ethics),
        ("国家反诈中心宣传材料（公安部网站）", "https://www.mps.gov.cn/", StudyCategory.Digital),
        ("中国共产党历史展览馆", "https://www.dswxyjy.org.cn/", StudyCategory.History),
    ];

    private Viewer _author = Viewer.System;
    private Viewer _reviewer = Viewer.System;
    private int _count;
    private int _waiting;

    public async Task PlantAsync(PortalDb db, DemoTree tree, DemoPeople people)
    {
        _author = Viewer.System with { AccountId = await db.Users.Where(a => a.UserName == "demo-secretary").Select(a => a.Id).SingleAsync() };
        _reviewer = new Viewer { AccountId = await db.Users.Where(a => a.UserName == "demo-organisation-office").Select(a => a.Id).SingleAsync() };
        List<StudyMaterial> materials =
        [
            .. DemoArticle.All.Select(a => Make(tree, StudyKind.Article, a.Title, a.Category, a.Tags, c => c with { Summary = a.Summary, Regulation = a.Regulation, Body = a.Html })),
            .. Links.Select(l => Make(tree, StudyKind.Link, l.Title, l.Category, ["网站"], c => c with { Link = l.Address, Source = l.Title, Summary = "外部网站，供查阅原文。" })),
        ];
        foreach (var (kind, file, title, category, tags) in Files)
        {
            var material = Make(tree, kind, title, category, tags, c => c with { Summary = "演示资料，可拖动、可变速、可换设备续学。", Captions = Captions, Chapters = Chapters });
            await using var bytes = File.OpenRead(Path.Combine(Assets, file));
            material.Attach(await intake.TakeAsync(bytes, file, kind.NeededFile()!.Value));
            materials.Add(material);
        }

        foreach (var (material, number) in materials.Select((m, i) => (m, i))) Release(material, number);
        db.AddRange(materials);
        await db.SaveChangesAsync();
        await BeginAsync(db, materials);
    }

    private StudyMaterial Make(DemoTree tree, StudyKind kind, string title, StudyCategory category, string[] tags, Func<StudyContent, StudyContent> more)
    {
        var branch = (_count++ % 4) switch { 0 => tree.Marxism, 1 => tree.Home, _ => tree.Top };
        var audience = branch == tree.Top ? Audiences[_count % Audiences.Length] : branch == tree.Home ? AudienceKind.Branch : AudienceKind.Subtree;
        var at = At();
        var content = more(new StudyContent(title + "（演示）", category, audience, branch.Name) { Tags = tags, SourceDate = DateOnly.FromDateTime(at).AddDays(-20) });
        return new StudyMaterial(branch.Id, kind, content, _author, at);
    }

    /// <summary>A few days between one and the next, the forms mixed.</summary>
    private DateTime At() => clock.UtcNow().AddDays(-3 * (_count * 7 % 41)).AddMinutes(-37 * _count);

    private void Release(StudyMaterial material, int number)
    {
        if (number is 3 or 22) return;

        material.Publish(_author, material.PublishedAt);
        if (material.State is StudyState.AwaitingApproval && _waiting++ >= Waiting) material.Approve(_reviewer, material.PublishedAt);
        if (number is 12 or 38) material.Withdraw("内容已过时，修订后重新发布。");
    }

    /// <summary>The demo's member goes on with a film and a document, and has done two articles.</summary>
    private static async Task BeginAsync(PortalDb db, List<StudyMaterial> materials)
    {
        var member = await db.Users.Where(a => a.UserName == "demo-member").Select(a => a.Id).SingleAsync();
        var published = materials.Where(m => m.State is StudyState.Published).ToList();
        Add(published.First(m => m.Kind is StudyKind.Video), p => p.MoveTo(14));
        Add(published.First(m => m.Kind is StudyKind.Document), p => p.MoveTo(2));
        foreach (var article in published.Where(m => m.Kind is StudyKind.Article).Take(2)) Add(article, p => p.MarkDone());
        await db.SaveChangesAsync();

        void Add(StudyMaterial material, Action<StudyProgress> change)
        {
            var progress = new StudyProgress(material.Id, member);
            change(progress);
            db.Add(progress);
        }
    }
}
