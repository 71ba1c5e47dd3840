using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PartyPortal.Data.Accounts;
using PartyPortal.Domain.Access;

namespace PartyPortal.Data.Access;

internal static class RemovableWordsMapping
{
    public static void Columns<T>(this EntityTypeBuilder<T> words) where T : RemovableWords
    {
        words.Property(w => w.RemovedBecause).HasMaxLength(RemovableWords.ReasonMaxLength);
        words.Property(w => w.RemovedBy).HasMaxLength(36);
        words.Property(w => w.SecondLookBecause).HasMaxLength(RemovableWords.ReasonMaxLength);
        words.Ignore(w => w.MayBeAskedAgain).Ignore(w => w.WaitsForSecondLook);
        words.HasOne<Account>().WithMany().HasForeignKey(w => w.RemovedBy);
    }
}
