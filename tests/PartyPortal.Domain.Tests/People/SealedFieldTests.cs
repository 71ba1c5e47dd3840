using PartyPortal.Domain.Branches;
using PartyPortal.Domain.People;
using PartyPortal.Domain.Sealing;

namespace PartyPortal.Domain.Tests.People;

public sealed class SealedFieldTests
{
    private const string Number = "11010119900307125X";

    private static readonly FieldSealer Sealer = new(Keys(1));
    private readonly Person _li = NewPerson();

    [Fact]
    public void A_sealed_number_is_read_again_and_shows_nothing_of_itself()
    {
        _li.RecordIdNumber("110101 19900307 125x", Sealer);
        _li.RecordPhone("+86 138-1234-5678", Sealer);

        Assert.Equal((Number, "13812345678"), (_li.OpenIdNumber(Sealer), _li.OpenPhone(Sealer)));
        Assert.DoesNotContain(Number[..6], _li.IdNumberSealed);
        Assert.DoesNotContain(Number[..6], _li.IdNumberIndex);
    }

    [Fact]
    public void An_empty_number_is_forgotten()
    {
        _li.RecordIdNumber(Number, Sealer);
        _li.RecordPhone("13812345678", Sealer);

        _li.RecordIdNumber(" ", Sealer);
        _li.RecordPhone(null, Sealer);

        Assert.Equal((null, null, null), (_li.IdNumberSealed, _li.IdNumberIndex, _li.PhoneSealed));
    }

    [Fact]
    public void One_bit_changed_anywhere_is_refused()
    {
        _li.RecordIdNumber(Number, Sealer);
        var bytes = Convert.FromBase64String(_li.IdNumberSealed!);

        for (var at = 0; at < bytes.Length; at++)
        {
            byte[] changed = [.. bytes];
            changed[at] ^= 1;
            Assert.Throws<RuleBrokenException>(() => Sealer.Open(Convert.ToBase64String(changed), _li.SealId, nameof(Person.IdNumberSealed)));
        }
    }

    [Fact]
    public void A_field_copied_to_another_row_or_column_is_refused()
    {
        _li.RecordPhone("13812345678", Sealer);
        var wang = NewPerson();

        Assert.Throws<RuleBrokenException>(() => Sealer.Open(_li.PhoneSealed!, wang.SealId, nameof(Person.PhoneSealed)));
        Assert.Throws<RuleBrokenException>(() => Sealer.Open(_li.PhoneSealed!, _li.SealId, nameof(Person.IdNumberSealed)));
    }

    [Fact]
    public void After_a_new_key_old_fields_are_read_found_by_their_beginning_and_sealed_anew_when_changed()
    {
        _li.RecordPhone("13812345678", Sealer);
        var renewed = new FieldSealer(Keys(2));

        Assert.Equal("13812345678", _li.OpenPhone(renewed));
        Assert.False(_li.PhoneSealed!.StartsWith(renewed.ActivePrefix, StringComparison.Ordinal));
        _li.RecordPhone("13812345679", renewed);
        Assert.StartsWith(renewed.ActivePrefix, _li.PhoneSealed, StringComparison.Ordinal);
        Assert.Equal(Sealer.IndexOf(Number), renewed.IndexOf(Number));
    }

    [Fact]
    public void Without_its_key_a_field_is_refused()
    {
        _li.RecordPhone("13812345678", new FieldSealer(Keys(2)));

        Assert.Throws<RuleBrokenException>(() => _li.OpenPhone(Sealer));
        Assert.Throws<RuleBrokenException>(() => Sealer.Open("no seal", _li.SealId, "x"));
        Assert.Throws<ArgumentException>(() => new FieldSealer(Keys(1) with { Active = 9 }));
    }

    [Theory]
    [InlineData("110101199003071234", "The last character of the ID number does not fit the others. Compare it with the card.")]
    [InlineData("11010119900307125", "An ID number has 18 characters: 17 digits, then a digit or X.")]
    [InlineData("1101011990O307125X", "An ID number has 18 characters: 17 digits, then a digit or X.")]
    [InlineData("110101199002301236", "The ID number holds no real birthday. Compare it with the card.")]
    public void What_is_no_id_number_is_refused_at_its_field(string typed, string sentence)
    {
        var broken = Assert.Throws<RuleBrokenException>(() => _li.RecordIdNumber(typed, Sealer));

        Assert.Equal((sentence, "IdNumber"), (broken.Message, broken.Field));
    }

    [Fact]
    public void An_id_number_of_another_birthday_is_refused()
    {
        _li.RecordDates(new DateOnly(1990, 3, 8), null, null, null);

        var broken = Assert.Throws<RuleBrokenException>(() => _li.RecordIdNumber(Number, Sealer));

        Assert.Equal("The ID number and the day of birth do not agree. Compare both with the card.", broken.Message);
    }

    [Theory, InlineData("13812345678", true), InlineData("010-62345678", true), InlineData("０７５５ ８６１２３４５６", true), InlineData("12812345678", false), InlineData("1381234567", false), InlineData("call me", false)]
    public void A_phone_number_has_eleven_digits_or_an_area_code(string typed, bool isOne)
    {
        if (isOne) _li.RecordPhone(typed, Sealer);
        else Assert.Equal("Phone", Assert.Throws<RuleBrokenException>(() => _li.RecordPhone(typed, Sealer)).Field);
    }

    [Fact]
    public void Masks_show_both_ends_alone()
    {
        Assert.Equal("1101**********125X", IdNumber.Mask(Number));
        Assert.Equal("138****5678", PhoneNumber.Mask("13812345678"));
    }

    [Fact]
    public void A_look_needs_a_reason()
    {
        var broken = Assert.Throws<RuleBrokenException>(() => new PersonLook(_li, SealedField.Phone, " ok ", Domain.Access.Viewer.Nobody, default));

        Assert.Equal("Reason", broken.Field);
    }

    private static Person NewPerson() => new("Li", new Branch("A1", "University", BranchKind.UniversityCommittee, null, new DateOnly(2020, 1, 1)), Stage.FullMember, new DateOnly(2024, 9, 1));

    private static SealingKeys Keys(ushort active) =>
        new(active, Enumerable.Range(1, active).ToDictionary(n => (ushort)n, n => Enumerable.Repeat((byte)n, 32).ToArray()), new byte[32]);
}
