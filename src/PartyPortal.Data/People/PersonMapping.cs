using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.People;

namespace PartyPortal.Data.People;

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.Property(p => p.Name).HasMaxLength(Person.NameMaxLength);
        person.Property(p => p.NameKey).HasMaxLength(Person.KeyMaxLength);
        person.Property(p => p.InitialsKey).HasMaxLength(Person.KeyMaxLength);
        person.Property(p => p.Number).HasMaxLength(Person.NumberMaxLength);
        person.Property(p => p.NumberKey).HasMaxLength(Person.NumberMaxLength);
        person.Property(p => p.Email).HasMaxLength(Person.EmailMaxLength);
        person.Property(p => p.PhoneSealed).HasMaxLength(Person.SealedMaxLength);
        person.Property(p => p.IdNumberSealed).HasMaxLength(Person.SealedMaxLength);
        person.Property(p => p.IdNumberIndex).HasMaxLength(64);
        person.Property(p => p.AccountId).HasMaxLength(36);
        person.Ignore(p => p.Values);
        person.HasOne(p => p.Branch).WithMany().HasForeignKey(p => p.BranchId);
        person.HasOne(p => p.Group).WithMany().HasForeignKey(p => p.GroupId);
        person.HasOne<Account>().WithMany().HasForeignKey(p => p.AccountId);

        person.HasIndex(p => new { p.NameKey, p.Id, p.BranchId });
        person.HasIndex(p => new { p.BranchId, p.NameKey, p.Id });
        person.HasIndex(p => new { p.Name, p.Id });
        person.HasIndex(p => p.NumberKey).IsUnique();
        person.HasIndex(p => p.IdNumberIndex).IsUnique();
        person.HasIndex(p => p.AccountId).IsUnique();
    }
}

internal sealed class PersonPeriodMapping : IEntityTypeConfiguration<PersonPeriod>
{
    public void Configure(EntityTypeBuilder<PersonPeriod> period)
    {
        period.Property(p => p.TrainedElsewhere).HasMaxLength(PersonPeriod.TrainedElsewhereMaxLength);
        period.HasOne(p => p.Person).WithMany(p => p.Periods).HasForeignKey(p => p.PersonId);
        period.HasOne(p => p.Branch).WithMany().HasForeignKey(p => p.BranchId);
    }
}

internal sealed class PersonLookMapping : IEntityTypeConfiguration<PersonLook>
{
    public void Configure(EntityTypeBuilder<PersonLook> look)
    {
        look.Property(l => l.AccountId).HasMaxLength(36);
        look.Property(l => l.Name).HasMaxLength(Account.DisplayNameMaxLength);
        look.Property(l => l.Reason).HasMaxLength(PersonLook.ReasonMaxLength);
        look.HasOne(l => l.Person).WithMany().HasForeignKey(l => l.PersonId);
        look.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId);
        look.HasIndex(l => new { l.PersonId, l.At });
    }
}

internal sealed class PeopleImportMapping : IEntityTypeConfiguration<PeopleImport>
{
    public void Configure(EntityTypeBuilder<PeopleImport> import)
    {
        import.Property(i => i.AccountId).HasMaxLength(36);
        import.Property(i => i.Trouble).HasMaxLength(PeopleImport.TroubleMaxLength);
        import.Property(i => i.UndoneBy).HasMaxLength(36);
        import.Ignore(i => i.IsUnderWay).Ignore(i => i.ToLookAt);
        import.HasOne(i => i.Branch).WithMany().HasForeignKey(i => i.BranchId);
        import.HasOne<Account>().WithMany().HasForeignKey(i => i.AccountId);
        import.HasOne<Account>().WithMany().HasForeignKey(i => i.UndoneBy);
        import.HasIndex(i => i.Token).IsUnique();
        import.HasIndex(i => new { i.State, i.Id });
    }
}

internal sealed class ImportedPersonMapping : IEntityTypeConfiguration<ImportedPerson>
{
    public void Configure(EntityTypeBuilder<ImportedPerson> imported)
    {
        imported.Property(i => i.Print).HasMaxLength(ImportedPerson.PrintLength);
        imported.Property(i => i.Before).HasMaxLength(ImportedPerson.BeforeMaxLength);
        imported.Ignore(i => i.IsAsImported);
        imported.HasOne(i => i.Import).WithMany(i => i.People).HasForeignKey(i => i.ImportId);
        imported.HasOne(i => i.Person).WithMany().HasForeignKey(i => i.PersonId);
    }
}
