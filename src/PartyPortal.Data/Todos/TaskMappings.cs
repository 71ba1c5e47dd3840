using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Domain.Todos;

namespace PartyPortal.Data.Todos;

internal sealed class BranchTaskMapping : IEntityTypeConfiguration<BranchTask>
{
    public void Configure(EntityTypeBuilder<BranchTask> task)
    {
        task.Property(t => t.Title).HasMaxLength(BranchTask.TitleMaxLength);
        task.Property(t => t.TitleKey).HasMaxLength(BranchTask.TitleMaxLength * 2);
        task.Property(t => t.Text).HasMaxLength(BranchTask.TextMaxLength);
        task.HasOne(t => t.Branch).WithMany().HasForeignKey(t => t.BranchId);
        task.HasIndex(t => new { t.TitleKey, t.SetOn });
    }
}

internal sealed class BranchReplyMapping : IEntityTypeConfiguration<BranchReply>
{
    public void Configure(EntityTypeBuilder<BranchReply> reply)
    {
        reply.Property(r => r.Text).HasMaxLength(BranchReply.TextMaxLength);
        reply.Property(r => r.Word).HasMaxLength(BranchReply.WordMaxLength);
        reply.HasOne(r => r.Task).WithMany(t => t.Replies).HasForeignKey(r => r.TaskId);
        reply.HasOne(r => r.Branch).WithMany().HasForeignKey(r => r.BranchId);
        reply.HasIndex(r => new { r.TaskId, r.BranchId }).IsUnique();
        reply.HasIndex(r => new { r.BranchId, r.State });
    }
}
