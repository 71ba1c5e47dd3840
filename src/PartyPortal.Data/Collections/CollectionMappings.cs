using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Data.Files;
using PartyPortal.Domain.Collections;
using PartyPortal.Domain.People;

namespace PartyPortal.Data.Collections;

internal sealed class CollectionMapping : IEntityTypeConfiguration<Collection>
{
    public void Configure(EntityTypeBuilder<Collection> collection)
    {
        collection.Property(c => c.Title).HasMaxLength(Collection.TitleMaxLength);
        collection.Property(c => c.Body).HasMaxLength(Collection.BodyMaxLength);
        collection.Property(c => c.Chosen).HasMaxLength(Collection.ChosenMaxLength);
        collection.Property(c => c.BurdenReason).HasMaxLength(Collection.ReasonMaxLength);
        collection.Property(c => c.EditedBy).HasMaxLength(36);
        collection.HasOne(c => c.Branch).WithMany().HasForeignKey(c => c.BranchId);
        collection.HasIndex(c => new { c.BranchId, c.State, c.Id });
        collection.HasIndex(c => new { c.State, c.DueAt });
        collection.OwnsMany(c => c.Questions, question =>
        {
            question.ToTable("CollectionQuestions");
            question.WithOwner().HasForeignKey(q => q.CollectionId);
            question.HasKey(q => new { q.CollectionId, q.Number });
            question.Property(q => q.Number).ValueGeneratedNever();
            question.Property(q => q.Label).HasMaxLength(CollectionQuestion.LabelMaxLength);
            question.Property(q => q.Hint).HasMaxLength(CollectionQuestion.HintMaxLength);
            question.Property(q => q.ChoiceLines).HasMaxLength(CollectionQuestion.ChoicesMaxLength);
            question.Property(q => q.KindNames).HasMaxLength(CollectionQuestion.KindsMaxLength);
            question.Ignore(q => q.Choices);
            question.Ignore(q => q.FileKinds);
            question.Ignore(q => q.Content);
        });
    }
}

internal sealed class CollectionAnswerMapping : IEntityTypeConfiguration<CollectionAnswer>
{
    public void Configure(EntityTypeBuilder<CollectionAnswer> answer)
    {
        answer.Property(a => a.Name).HasMaxLength(CollectionAnswer.NameMaxLength);
        answer.Property(a => a.Number).HasMaxLength(CollectionAnswer.NumberMaxLength);
        answer.Property(a => a.ReturnedBecause).HasMaxLength(CollectionAnswer.ReasonMaxLength);
        answer.HasOne(a => a.Collection).WithMany(c => c.Answers).HasForeignKey(a => a.CollectionId);
        answer.HasOne(a => a.Branch).WithMany().HasForeignKey(a => a.BranchId);
        answer.HasOne(a => a.OfBranch).WithMany().HasForeignKey(a => a.OfBranchId);
        answer.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId);
        answer.HasIndex(a => new { a.CollectionId, a.State, a.Id });
        answer.HasIndex(a => new { a.PersonId, a.State });
        answer.HasIndex(a => new { a.OfBranchId, a.State });
        answer.OwnsMany(a => a.Values, value =>
        {
            value.ToTable("CollectionValues");
            value.WithOwner(v => v.Answer).HasForeignKey(v => v.AnswerId);
            value.HasKey(v => new { v.AnswerId, v.Question });
            value.Property(v => v.Question).ValueGeneratedNever();
            value.Property(v => v.Text).HasMaxLength(CollectionQuestion.LongMaxLength);
        });
    }
}

internal sealed class CollectionFileMapping : IEntityTypeConfiguration<CollectionFile>
{
    public void Configure(EntityTypeBuilder<CollectionFile> file)
    {
        file.ComplexProperty(f => f.File, StoredFileMapping.Columns);
        file.HasOne(f => f.Answer).WithMany(a => a.Files).HasForeignKey(f => f.AnswerId);
    }
}
