using Microsoft.EntityFrameworkCore;
using PartyPortal.Domain.Quizzes;

namespace PartyPortal.Data;

public abstract partial class PortalDb
{
    public DbSet<Question> Questions => Set<Question>();
    public DbSet<Quiz> Quizzes => Set<Quiz>();
    public DbSet<QuizAttempt> QuizAttempts => Set<QuizAttempt>();
    public DbSet<AttemptAnswer> AttemptAnswers => Set<AttemptAnswer>();
    public DbSet<WrittenAnswer> WrittenAnswers => Set<WrittenAnswer>();
    public DbSet<QuizPass> QuizPasses => Set<QuizPass>();
    public DbSet<Appeal> Appeals => Set<Appeal>();
    public DbSet<Mistake> Mistakes => Set<Mistake>();
}
