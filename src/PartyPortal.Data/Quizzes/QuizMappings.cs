using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Quizzes;

namespace PartyPortal.Data.Quizzes;

internal sealed class QuizMapping : IEntityTypeConfiguration<Quiz>
{
    public void Configure(EntityTypeBuilder<Quiz> quiz)
    {
        quiz.Property(q => q.Title).HasMaxLength(Quiz.TitleMaxLength);
        quiz.Property(q => q.Introduction).HasMaxLength(Quiz.IntroductionMaxLength);
        quiz.Property(q => q.AudienceKey).HasMaxLength(Audience.KeyMaxLength);
        quiz.Property(q => q.EditedBy).HasMaxLength(36);
        quiz.Ignore(q => q.ChosenQuestions);
        quiz.Ignore(q => q.Draws);
        quiz.Ignore(q => q.AsksToPass);
        quiz.Ignore(q => q.Addressees);
        quiz.HasOne(q => q.Branch).WithMany().HasForeignKey(q => q.BranchId);
        quiz.HasIndex(q => new { q.EditedAt, q.Id });
        quiz.HasIndex(q => new { q.State, q.AudienceKey });
        quiz.OwnsMany(q => q.Items, item =>
        {
            item.ToTable("QuizItems");
            item.WithOwner().HasForeignKey(i => i.QuizId);
            item.HasKey(i => new { i.QuizId, i.Number });
            item.Property(i => i.Number).ValueGeneratedNever();
            item.Property(i => i.Tag).HasMaxLength(QuestionTag.NameMaxLength);
            item.HasOne<Question>().WithMany().HasForeignKey(i => i.QuestionId);
        });
    }
}

internal sealed class QuizAttemptMapping : IEntityTypeConfiguration<QuizAttempt>
{
    public void Configure(EntityTypeBuilder<QuizAttempt> attempt)
    {
        attempt.Property(a => a.AccountId).HasMaxLength(36);
        attempt.Ignore(a => a.Percent);
        attempt.HasOne(a => a.Quiz).WithMany().HasForeignKey(a => a.QuizId);
        attempt.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId);
        // Two clicks at once begin one attempt.
        attempt.HasIndex(a => new { a.AccountId, a.QuizId, a.Number }).IsUnique();
        attempt.HasIndex(a => new { a.State, a.EndsAt });
        attempt.HasMany(a => a.Answers).WithOne(a => a.Attempt).HasForeignKey(a => a.AttemptId);
    }
}

internal sealed class AttemptAnswerMapping : IEntityTypeConfiguration<AttemptAnswer>
{
    public void Configure(EntityTypeBuilder<AttemptAnswer> answer)
    {
        answer.Property(a => a.AccountId).HasMaxLength(36);
        answer.Property(a => a.Given).HasMaxLength(Question.TextMaxLength);
        answer.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId);
        answer.HasOne(a => a.Question).WithMany().HasForeignKey(a => a.QuestionId);
        answer.HasIndex(a => new { a.AttemptId, a.Position }).IsUnique();
        answer.HasIndex(a => new { a.QuestionId, a.AccountId });
    }
}

internal sealed class WrittenAnswerMapping : IEntityTypeConfiguration<WrittenAnswer>
{
    public void Configure(EntityTypeBuilder<WrittenAnswer> written)
    {
        written.Property(w => w.AccountId).HasMaxLength(36);
        written.Property(w => w.Text).HasMaxLength(Question.TextMaxLength);
        written.Property(w => w.MarkedBy).HasMaxLength(36);
        written.HasOne(w => w.Answer).WithMany().HasForeignKey(w => w.AnswerId);
        written.HasOne<Account>().WithMany().HasForeignKey(w => w.AccountId);
        written.HasOne(w => w.Question).WithMany().HasForeignKey(w => w.QuestionId);
        written.HasIndex(w => w.AnswerId).IsUnique();
        written.HasIndex(w => new { w.BranchId, w.Id });
    }
}

internal sealed class QuizPassMapping : IEntityTypeConfiguration<QuizPass>
{
    public void Configure(EntityTypeBuilder<QuizPass> pass)
    {
        pass.Property(p => p.AccountId).HasMaxLength(36);
        pass.HasOne(p => p.Quiz).WithMany().HasForeignKey(p => p.QuizId);
        pass.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);
        pass.HasIndex(p => new { p.QuizId, p.AccountId }).IsUnique();
    }
}

internal sealed class AppealMapping : IEntityTypeConfiguration<Appeal>
{
    public void Configure(EntityTypeBuilder<Appeal> appeal)
    {
        appeal.Property(a => a.AccountId).HasMaxLength(36);
        appeal.Property(a => a.Reason).HasMaxLength(Appeal.ReasonMaxLength);
        appeal.Property(a => a.Answer).HasMaxLength(Appeal.ReasonMaxLength);
        appeal.Property(a => a.DecidedBy).HasMaxLength(36);
        appeal.HasOne(a => a.Question).WithMany().HasForeignKey(a => a.QuestionId);
        appeal.HasOne<Account>().WithMany().HasForeignKey(a => a.AccountId);
        // One for a question and a person.
        appeal.HasIndex(a => new { a.QuestionId, a.AccountId }).IsUnique();
        appeal.HasIndex(a => new { a.State, a.On });
    }
}

internal sealed class MistakeMapping : IEntityTypeConfiguration<Mistake>
{
    public void Configure(EntityTypeBuilder<Mistake> mistake)
    {
        mistake.Property(m => m.AccountId).HasMaxLength(36);
        mistake.Ignore(m => m.IsKnown);
        mistake.HasOne<Account>().WithMany().HasForeignKey(m => m.AccountId);
        mistake.HasOne(m => m.Question).WithMany().HasForeignKey(m => m.QuestionId);
        mistake.HasIndex(m => new { m.AccountId, m.QuestionId }).IsUnique();
        mistake.HasIndex(m => new { m.AccountId, m.DueOn });
    }
}
