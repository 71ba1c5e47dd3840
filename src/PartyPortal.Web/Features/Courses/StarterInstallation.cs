using Microsoft.EntityFrameworkCore;
using PartyPortal.Data;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Quizzes;
using PartyPortal.Domain.Study;

namespace PartyPortal.Web.Features.Courses;

/// <summary>Puts a starter course with its lessons and questions, the last lesson being the quiz, among those of an organisation. Broken off, it is gone on with: what is there already is used.</summary>
internal sealed class StarterInstallation(PortalDb db, StarterCourse starter, Branch branch, AudienceKind audience, DateTime now)
{
    private Viewer Author => db.Viewer;

    /// <returns>False where the organisation had it already.</returns>
    public async Task<bool> RunAsync()
    {
        var course = await db.Courses.Include(c => c.Lessons).SingleOrDefaultAsync(c => c.BranchId == branch.Id && c.StarterName == starter.Name);
        if (course is { Lessons.Count: > 0 }) return false;

        var (materials, questions) = (await MaterialsAsync(), await QuestionsAsync());
        if (course is null) db.Add(course = Begun());
        await db.SaveChangesAsync();

        foreach (var lesson in starter.Lessons) course.Add(materials.First(m => m.Title == lesson.Title), Author);
        course.Add(Asking(questions), Author);
        course.Publish(Author, now);
        await db.SaveChangesAsync();
        return true;
    }

    private Course Begun() => new(branch.Id, new CourseContent(starter.Title, StudyCategory.Digital, audience) { Summary = starter.Summary, Outline = starter.Outline, Responsible = branch.Name }, Author, now) { StarterName = starter.Name };

    private async Task<List<StudyMaterial>> MaterialsAsync()
    {
        var titles = starter.Lessons.Select(l => l.Title).ToList();
        var found = await db.StudyMaterials.Where(m => m.BranchId == branch.Id && m.Source == StarterCourse.Source && m.State == StudyState.Published && titles.Contains(m.Title)).ToListAsync();
        foreach (var lesson in starter.Lessons.Where(l => !found.Exists(m => m.Title == l.Title)))
        {
            var made = new StudyMaterial(branch.Id, StudyKind.Article, new StudyContent(lesson.Title, StudyCategory.Digital, audience, StarterCourse.Source) { Summary = lesson.Summary, Body = lesson.Body, Regulation = lesson.Regulation }, Author, now);
            made.Publish(Author, now);
            db.Add(made);
            found.Add(made);
        }

        return found;
    }

    private async Task<List<Question>> QuestionsAsync()
    {
        var texts = starter.Questions.Select(q => q.Text).ToList();
        var found = await db.Questions.Where(q => q.BranchId == branch.Id && q.WithdrawnBecause == null && texts.Contains(q.Text)).ToListAsync();
        List<Question> missing = [.. starter.Questions.Where(q => !found.Exists(f => f.Text == q.Text)).Select(q => new Question(branch.Id, q, Author, now))];
        db.AddRange(missing);
        return [.. found, .. missing];
    }

    private Quiz Asking(IEnumerable<Question> questions)
    {
        var quiz = new Quiz(branch.Id, new QuizContent(starter.QuizTitle, audience) { Introduction = "开卷，答案随选随存，可以反复做。", IsOpenBook = true }, Author, now);
        foreach (var question in questions) quiz.Choose(question, Author, now);
        quiz.Publish(Author, now);
        return quiz;
    }
}
