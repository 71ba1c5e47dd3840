using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Data.Access;
using PartyPortal.Data.Accounts;
using PartyPortal.Data.Files;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.Branches;
using PartyPortal.Domain.Notices;

namespace PartyPortal.Data.Notices;

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.Property(n => n.Title).HasMaxLength(Notice.TitleMaxLength);
        notice.Property(n => n.Body).HasMaxLength(Notice.BodyMaxLength);
        notice.Property(n => n.AudienceKey).HasMaxLength(Audience.KeyMaxLength);
        notice.Property(n => n.WrittenBy).HasMaxLength(36);
        notice.Property(n => n.EditedBy).HasMaxLength(36);
        notice.Property(n => n.PublishedBy).HasMaxLength(36);
        notice.Property(n => n.ApprovedBy).HasMaxLength(36);
        notice.Property(n => n.AlsoApprovedBy).HasMaxLength(36);
        notice.Property(n => n.WithdrawnBecause).HasMaxLength(Notice.ReasonMaxLength);
        notice.HasOne(n => n.Branch).WithMany().HasForeignKey(n => n.BranchId);
        notice.HasIndex(n => new { n.PublishAt, n.Id });
        notice.HasIndex(n => new { n.State, n.PublishAt });
        // The few that are pinned stand at the top, and few ask for confirmation: without these all are walked through to find them.
        notice.HasIndex(n => new { n.State, n.IsPinned, n.PublishAt, n.Id });
        notice.HasIndex(n => new { n.State, n.AsksForConfirmation, n.PublishAt });
        notice.HasIndex(n => new { n.BranchId, n.State, n.PublishAt });
    }
}

internal sealed class NoticeConfirmationMapping : IEntityTypeConfiguration<NoticeConfirmation>
{
    public void Configure(EntityTypeBuilder<NoticeConfirmation> confirmation)
    {
        confirmation.Property(c => c.AccountId).HasMaxLength(36);
        confirmation.HasOne(c => c.Notice).WithMany().HasForeignKey(c => c.NoticeId);
        confirmation.HasOne<Account>().WithMany().HasForeignKey(c => c.AccountId);
        confirmation.HasIndex(c => new { c.NoticeId, c.AccountId }).IsUnique();
    }
}

internal sealed class NoticeReviewStepMapping : IEntityTypeConfiguration<NoticeReviewStep>
{
    public void Configure(EntityTypeBuilder<NoticeReviewStep> step)
    {
        step.Property(s => s.Text).HasMaxLength(NoticeReviewStep.TextMaxLength);
        step.HasOne(s => s.Notice).WithMany(n => n.Steps).HasForeignKey(s => s.NoticeId);
        step.HasOne<Branch>().WithMany().HasForeignKey(s => s.BranchId);
    }
}

internal sealed class NoticeVersionMapping : IEntityTypeConfiguration<NoticeVersion>
{
    public void Configure(EntityTypeBuilder<NoticeVersion> version)
    {
        version.Property(v => v.Title).HasMaxLength(Notice.TitleMaxLength);
        version.Property(v => v.Body).HasMaxLength(Notice.BodyMaxLength);
        version.HasOne(v => v.Notice).WithMany(n => n.Versions).HasForeignKey(v => v.NoticeId);
        version.HasOne<Branch>().WithMany().HasForeignKey(v => v.BranchId);
        version.HasIndex(v => new { v.NoticeId, v.Number }).IsUnique();
    }
}

internal sealed class NoticePreviewMapping : IEntityTypeConfiguration<NoticePreview>
{
    public void Configure(EntityTypeBuilder<NoticePreview> preview)
    {
        preview.Property(p => p.TokenHash).HasMaxLength(NoticePreview.HashLength);
        preview.HasOne(p => p.Notice).WithMany().HasForeignKey(p => p.NoticeId);
        preview.HasOne<Branch>().WithMany().HasForeignKey(p => p.BranchId);
        preview.HasIndex(p => p.TokenHash).IsUnique();
    }
}

internal sealed class CategorySubscriptionMapping : IEntityTypeConfiguration<CategorySubscription>
{
    public void Configure(EntityTypeBuilder<CategorySubscription> subscription)
    {
        subscription.HasKey(s => new { s.AccountId, s.Category });
        subscription.Property(s => s.AccountId).HasMaxLength(36);
        subscription.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
        subscription.HasIndex(s => new { s.Category, s.AccountId });
    }
}

internal sealed class BranchSubscriptionMapping : IEntityTypeConfiguration<BranchSubscription>
{
    public void Configure(EntityTypeBuilder<BranchSubscription> subscription)
    {
        subscription.HasKey(s => new { s.AccountId, s.BranchId });
        subscription.Property(s => s.AccountId).HasMaxLength(36);
        subscription.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
        subscription.HasOne(s => s.Branch).WithMany().HasForeignKey(s => s.BranchId);
        subscription.HasIndex(s => new { s.BranchId, s.AccountId });
    }
}

internal sealed class NoticeQuestionMapping : IEntityTypeConfiguration<NoticeQuestion>
{
    public void Configure(EntityTypeBuilder<NoticeQuestion> question)
    {
        question.Columns();
        question.Property(q => q.AskedBy).HasMaxLength(36);
        question.Property(q => q.Text).HasMaxLength(NoticeQuestion.TextMaxLength);
        question.Property(q => q.Answer).HasMaxLength(NoticeQuestion.AnswerMaxLength);
        question.HasOne(q => q.Notice).WithMany().HasForeignKey(q => q.NoticeId);
        question.HasOne<Branch>().WithMany().HasForeignKey(q => q.BranchId);
        question.HasOne<Account>().WithMany().HasForeignKey(q => q.AskedBy);
    }
}

internal sealed class NoticeAttachmentMapping : IEntityTypeConfiguration<NoticeAttachment>
{
    public void Configure(EntityTypeBuilder<NoticeAttachment> attachment)
    {
        attachment.ComplexProperty(a => a.File, StoredFileMapping.Columns);
        attachment.HasOne(a => a.Notice).WithMany(n => n.Attachments).HasForeignKey(a => a.NoticeId);
        attachment.HasOne<Branch>().WithMany().HasForeignKey(a => a.BranchId);
    }
}
