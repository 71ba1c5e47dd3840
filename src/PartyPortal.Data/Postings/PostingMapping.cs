using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Domain.Access;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Postings;

namespace PartyPortal.Data.Postings;

internal sealed class PostingMapping : IEntityTypeConfiguration<Posting>
{
    public void Configure(EntityTypeBuilder<Posting> posting)
    {
        posting.Property(p => p.UnitKey).HasMaxLength(Audience.KeyMaxLength);
        posting.Property(p => p.ContactPlace).HasMaxLength(Posting.ContactMaxLength);
        posting.Property(p => p.ContactTelephone).HasMaxLength(Posting.ContactMaxLength);
        posting.Property(p => p.ContactEmail).HasMaxLength(Posting.ContactMaxLength);
        posting.Property(p => p.ResultNote).HasMaxLength(Posting.NoteMaxLength);
        posting.Property(p => p.EditedBy).HasMaxLength(36);
        posting.Property(p => p.PublishedBy).HasMaxLength(36);
        posting.Property(p => p.ApprovedBy).HasMaxLength(36);
        posting.Property(p => p.ClosedBy).HasMaxLength(36);
        posting.Ignore(p => p.Rule);
        posting.Ignore(p => p.Term);
        posting.HasOne(p => p.Branch).WithMany().HasForeignKey(p => p.BranchId);
        posting.HasIndex(p => new { p.State, p.LastOn });
        posting.HasIndex(p => new { p.BranchId, p.FirstOn });
        posting.OwnsMany(p => p.People, person =>
        {
            person.ToTable("PostedPeople");
            person.WithOwner().HasForeignKey(p => p.PostingId);
            person.HasKey(p => p.Id);
            person.Property(p => p.Name).HasMaxLength(Person.NameMaxLength);
        });
    }
}
