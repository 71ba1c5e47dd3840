using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Files;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Domain.Study;
using PartyPortal.Web.Platform.Files;

namespace PartyPortal.Load;

/// <summary>What is studied: a course of ten articles, a film, and a quiz that so many readers are in the middle of.</summary>
internal sealed class StudyGround(LoadHost host)
{
    public const int Questions = 10;
    public const int FilmBytes = 64 * 1024 * 1024;

    private static readonly Viewer Author = Viewer.System with { AccountId = University.Secretary };

    /// <summary>Everything is for all members.</summary>
    public async Task FillAsync(int branchId, int learners)
    {
        var film = await KeepFilmAsync();
        await host.InDbAsync(async db =>
        {
            var (words, now) = (new Words(new Random(branchId)), DateTime.UtcNow);
            var branch = await db.Branches.SingleAsync(b => b.Id == branchId);
            StudyMaterial Material(StudyKind kind)
            {
                var material = new StudyMaterial(branchId, kind, new StudyContent(words.Text(8), StudyCategory.Practice, AudienceKind.Members, "示范大学") { Body = $"<p>{words.Text(300)}</p>" }, Author, now);
                if (kind is StudyKind.Video) material.Attach(film);
                material.Publish(Author, now, "made up");
                return material;
            }

            var (articles, video) = (Enumerable.Range(0, Questions).Select(_ => Material(StudyKind.Article)).ToList(), Material(StudyKind.Video));
            var questions = Enumerable.Range(1, Questions).Select(n => new Question(branchId, new QuestionContent(QuestionKind.Single, string.Create(CultureInfo.InvariantCulture, $"{n}. {words.Text(20)}"))
            {
                Options = [new("16", false), new("32", true), new("56", false)],
                IsUnverified = true,
            }, Author, now)).ToList();
            db.AddRange(articles);
            db.Add(video);
            db.AddRange(questions);
            await db.ImportAsync("Load.Filled", null, "made up");

            var course = new Course(branchId, new CourseContent(words.Text(8), StudyCategory.Practice, AudienceKind.Members) { Outline = words.Text(60), Responsible = "示范大学" }, Author, now);
            db.Entry(course).Reference(c => c.Branch).CurrentValue = branch;
            foreach (var article in articles) course.Add(article, Author);
            course.Publish(Author, now);
            var quiz = new Quiz(branchId, new QuizContent(words.Text(8), AudienceKind.Members), Author, now);
            foreach (var question in questions) quiz.Choose(question, Author, now);
            quiz.Publish(Author, now);
            db.AddRange(course, quiz);
            await db.ImportAsync("Load.Filled", null, "made up");

            db.AddRange(Enumerable.Range(0, learners).Select(n => new QuizAttempt(quiz, questions, 1, University.Reader(n), now)));
            await db.ImportAsync("Load.Filled", null, "made up");
            return 0;
        });
    }

    /// <summary>Bytes of a film's length; nobody looks at it.</summary>
    private async Task<StoredFile> KeepFilmAsync()
    {
        var store = host.Services.GetRequiredService<IFileStore>();
        var path = store.Temporary(Guid.NewGuid());
        var bytes = new byte[FilmBytes];
        new Random(1).NextBytes(bytes);
        await File.WriteAllBytesAsync(path, bytes);
        return new StoredFile(store.Keep(path), "film.mp4", FileKind.Video, "video/mp4", FilmBytes, new string('0', StoredFile.Sha256Length));
    }
}
