using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden;
using PerfectviewFunctions.EBoekhouden.Rest;
using PerfectviewFunctions.EBoekhouden.Soap;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.EndToEnd.Tests.Support;

/// <summary>By which API tenants reach their books. With the variable PVF_API=rest every test that does not choose uses REST.</summary>
internal static class ApiChoice
{
    public static BookkeepingApi Usual { get; } = Environment.GetEnvironmentVariable("PVF_API") switch
    {
        null or "" or "soap" => BookkeepingApi.Soap,
        "rest" => BookkeepingApi.Rest,
        var other => throw new InvalidOperationException($"PVF_API is '{other}'; there are soap and rest."),
    };

    /// <summary>The same administration by the API: for REST a token that its user makes there.</summary>
    public static BookkeepingCredentials CredentialsBy(this SandboxServer sandbox, BookkeepingApi api, BookkeepingCredentials credentials) =>
        api == BookkeepingApi.Rest && credentials is BookkeepingCredentials.Soap soap
            ? new BookkeepingCredentials.Rest(sandbox.Books.AddApiToken(soap.UserName, Guid.Parse(soap.SecurityCode2)).Token)
            : credentials;

    /// <summary>What it is by the usual API, such as the code of a refusal.</summary>
    public static T Said<T>(T soap, T rest) => Usual == BookkeepingApi.Soap ? soap : rest;

    /// <summary>The gateway to a sandbox with reverse charge by REST on or off.</summary>
    public static IServiceCollection AddEBoekhoudenOf(this IServiceCollection services, SandboxServer sandbox, bool reverseCharge) => services.AddEBoekhouden(
        new SoapOptions { Endpoint = sandbox.SoapAddress }, new RestOptions { Endpoint = sandbox.RestAddress, ReverseCharge = reverseCharge });
}

/// <summary>A test of what only the SOAP API has, or says in its own words: left out where PVF_API=rest.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SoapFactAttribute : Xunit.FactAttribute
{
    public SoapFactAttribute() => Skip = ApiChoice.Usual == BookkeepingApi.Soap ? null : "Of the SOAP API";
}

/// <inheritdoc cref="SoapFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SoapTheoryAttribute : Xunit.TheoryAttribute
{
    public SoapTheoryAttribute() => Skip = ApiChoice.Usual == BookkeepingApi.Soap ? null : "Of the SOAP API";
}
