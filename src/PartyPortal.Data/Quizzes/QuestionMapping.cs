using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Domain.Quizzes;

namespace PartyPortal.Data.Quizzes;

internal sealed class QuestionMapping : IEntityTypeConfiguration<Question>
{
    private const int WordsMaxLength = Question.TextMaxLength + Question.ArticleMaxLength + (Question.MostTags * (QuestionTag.NameMaxLength + 1)) + 2;

    public void Configure(EntityTypeBuilder<Question> question)
    {
        question.Property(q => q.Text).HasMaxLength(Question.TextMaxLength);
        question.Property(q => q.OptionLines).HasMaxLength(Question.OptionsMaxLength);
        question.Property(q => q.RightAnswer).HasMaxLength(Question.TextMaxLength);
        question.Property(q => q.Article).HasMaxLength(Question.ArticleMaxLength);
        question.Property(q => q.Explanation).HasMaxLength(Question.TextMaxLength);
        question.Property(q => q.WithdrawnBecause).HasMaxLength(Question.ReasonMaxLength);
        question.Property(q => q.WordsKey).HasMaxLength(WordsMaxLength);
        question.Property(q => q.WrittenBy).HasMaxLength(36);
        question.Property(q => q.EditedBy).HasMaxLength(36);
        question.Ignore(q => q.Options);
        question.Ignore(q => q.Content);
        question.HasOne(q => q.Branch).WithMany().HasForeignKey(q => q.BranchId);
        question.HasIndex(q => new { q.EditedAt, q.Id });
        question.OwnsMany(q => q.Tags, tag =>
        {
            tag.ToTable("QuestionTags");
            tag.WithOwner().HasForeignKey(t => t.QuestionId);
            tag.HasKey(t => new { t.QuestionId, t.Name });
            tag.Property(t => t.Name).HasMaxLength(QuestionTag.NameMaxLength);
            tag.HasIndex(t => t.Name);
        });
    }
}
