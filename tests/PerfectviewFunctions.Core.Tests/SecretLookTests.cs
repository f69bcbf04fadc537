using PerfectviewFunctions.Core.Secrets;
using Xunit;

namespace PerfectviewFunctions.Core.Tests;

/// <summary>What looks like a secret, and what people write that does not.</summary>
public sealed class SecretLookTests
{
    [Theory]
    [InlineData("Pq7Rs2Tv-Wx9Yz4Ab6Cd8Ef1Gh3Jk5Lm0Np", true)]
    [InlineData("token: gH7kQzTn2Vb4xLw9q8Rs5Yt1Uu6Oo3Ii0Aa.", true)]
    [InlineData("Bakkerij De Korenbloem 1234567890123456789012345678", false)]
    [InlineData("Vereniging-van-Eigenaren-Dorpsstraat-12-14", false)]
    [InlineData("Arbeidsongeschiktheidsverzekeringen", false)]
    [InlineData("{number}-{debtor}-{reference}-2026-000000-factuur", false)]
    [InlineData("c0ffee11c0ffee22c0ffee33c0ffee44", true)]
    [InlineData("c0ffee11 c0ffee22\u00a0c0ffee33 C0FFEE44", true)]
    [InlineData("Winkel {DEC0DE01-FACE-4BAD-8F00-0B5E55ED0001}", true)]
    [InlineData("x whsec_AAAA", true)]
    [InlineData("PVR_0011", true)]
    [InlineData("", false)]
    [InlineData("Bakkerij De Korenbloem B.V. (oud)", false)]
    [InlineData("NL91 ABNA 0417 1643 00, KvK 12345678, btw NL001234567B01", false)]
    [InlineData("c0ffee11c0ffee22c0ffee33c0ffee4", false)]
    public void Text_is_told_by_its_looks(string text, bool looksSecret) => Assert.Equal(looksSecret, SecretLook.IsIn(text));
}
