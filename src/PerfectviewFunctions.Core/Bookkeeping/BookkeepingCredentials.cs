using System.Text.Json.Serialization;

namespace PerfectviewFunctions.Core.Bookkeeping;

/// <summary>What opens one administration. Never printed: <see cref="object.ToString"/> shows no value.</summary>
[JsonDerivedType(typeof(Soap), "soap")]
[JsonDerivedType(typeof(Rest), "rest")]
public abstract record BookkeepingCredentials
{
    /// <summary>The API that takes them.</summary>
    [JsonIgnore]
    public abstract BookkeepingApi Api { get; }

    /// <summary>
    /// The key of the administration that they were seen to open when they were saved. Null where security code 2 alone names it; a token names none.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Administration { get; init; }

    /// <summary>Whether they are what the service was given, whatever is known of where they lead.</summary>
    public bool OpenTheSameAs(BookkeepingCredentials other) => this with { Administration = null } == other with { Administration = null };

    /// <summary>The credentials of the SOAP API (Beheer > Inrichting > Instellingen > API/SOAP).</summary>
    /// <param name="UserName">At most 55 characters.</param>
    /// <param name="SecurityCode1">32 hexadecimal characters; changes with the user's password.</param>
    /// <param name="SecurityCode2">The GUID of the administration.</param>
    public sealed record Soap(string UserName, string SecurityCode1, string SecurityCode2) : BookkeepingCredentials
    {
        public override BookkeepingApi Api => BookkeepingApi.Soap;

        public override string ToString() => "SOAP credentials";
    }

    /// <summary>The credentials of the REST API (Beheer > Inrichting > Koppelingen > API).</summary>
    /// <param name="Token">The access token; shown once where it is made, of one administration, and usually with an end date.</param>
    public sealed record Rest(string Token) : BookkeepingCredentials
    {
        public override BookkeepingApi Api => BookkeepingApi.Rest;

        public override string ToString() => "REST token";
    }
}
