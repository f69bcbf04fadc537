using PerfectviewFunctions.Core.Secrets;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Secrets;

public sealed class SecretLookTests
{
    [Theory]
    [InlineData("5a0d0b0c5a0d0b0c5a0d0b0c5a0d0b0c")]
    [InlineData("Winkel 11111111-DE30-4000-8abc-000000000001")]
    [InlineData("whsec_x")]
    [InlineData("PVR_0")]
    [InlineData("Pq7Rs2Tv-Wx9Yz4Ab6Cd8Ef1Gh3Jk5Lm0Np")]
    [InlineData("token: gH7kQzTn2Vb4xLw9q8Rs5Yt1Uu6Oo3Ii0Aa.")]
    public void Secret_is_seen(string text) => Assert.True(SecretLook.IsIn(text));

    [Theory]
    [InlineData("Bakkerij De Korenbloem 1234567890123456789012345678")]
    [InlineData("Vereniging-van-Eigenaren-Dorpsstraat-12-14")]
    [InlineData("Arbeidsongeschiktheidsverzekeringen")]
    [InlineData("{number}-{debtor}-{reference}-2026-000000-factuur")]
    [InlineData("NL91ABNA0417164300")]
    public void Name_is_none(string text) => Assert.False(SecretLook.IsIn(text));
}
