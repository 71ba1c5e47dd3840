using System.Net;
using PartyPortal.Domain.Settings;

namespace PartyPortal.Domain.Tests;

public sealed class NamedNetworksTests
{
    [Theory]
    [InlineData("10.1.2.3", true), InlineData("172.16.9.9", true), InlineData("::ffff:10.1.2.3", true), InlineData("2001:db8::7", true), InlineData("192.0.2.7", true)]
    [InlineData("11.1.2.3", false), InlineData("172.32.0.1", false), InlineData("2001:db9::7", false), InlineData("192.0.2.8", false)]
    public void A_network_holds_the_addresses_of_its_ranges(string address, bool held) =>
        Assert.Equal(held, NamedNetworks.Parse("Campus 10.0.0.0/8, 2001:db8::/32; VPN 172.16.0.0/12、192.0.2.7").Hold(IPAddress.Parse(address)));

    [Fact]
    public void Names_may_be_of_several_words_and_Chinese() => Assert.Equal(["校园网 南区", "VPN of the library"], NamedNetworks.Parse("校园网 南区 10.0.0.0/8；VPN of the library 172.16.0.0/12").Names);

    [Theory]
    [InlineData("Campus 10.0.0.0/99", "“{0}” is no network. Write a name and its ranges, as: campus 10.0.0.0/8; VPN 172.16.0.0/12")]
    [InlineData("Campus here/there", "“{0}” is no network. Write a name and its ranges, as: campus 10.0.0.0/8; VPN 172.16.0.0/12")]
    [InlineData("10.0.0.0/8", "“{0}” has no name. Write a name and its ranges, as: campus 10.0.0.0/8; VPN 172.16.0.0/12")]
    [InlineData("Campus", "“{0}” has no range. Write a name and its ranges, as: campus 10.0.0.0/8; VPN 172.16.0.0/12")]
    public void What_is_no_network_is_named(string text, string sentence) => Assert.Equal(sentence, Assert.Throws<RuleBrokenException>(() => NamedNetworks.Parse(text)).Message);

    [Theory, InlineData(null), InlineData(""), InlineData(" ; ")]
    public void Nothing_is_no_limit(string? text) => Assert.True(NamedNetworks.Parse(text).IsEmpty);

    [Fact]
    public void What_was_kept_and_cannot_be_read_is_a_limit_that_nobody_passes()
    {
        var networks = NamedNetworks.OfKept("Campus 10/8/8");

        Assert.Equal((true, false, false), (networks.IsUnreadable, networks.IsEmpty, networks.Hold(IPAddress.Parse("10.1.1.1"))));
    }
}
