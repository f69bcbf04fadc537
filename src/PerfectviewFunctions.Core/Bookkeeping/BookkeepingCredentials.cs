using System.Text.Json.Serialization;

namespace PerfectviewFunctions.Core.Bookkeeping;

/// <summary>What opens one administration. Never printed: <see cref="object.ToString"/> shows no value.</summary>
[JsonDerivedType(typeof(Soap), "soap")]
public abstract record BookkeepingCredentials
{
    /// <summary>The credentials of the SOAP API (Beheer > Inrichting > Instellingen > API/SOAP).</summary>
    /// <param name="UserName">At most 55 characters.</param>
    /// <param name="SecurityCode1">32 hexadecimal characters; changes with the user's password.</param>
    /// <param name="SecurityCode2">The GUID of the administration.</param>
    public sealed record Soap(string UserName, string SecurityCode1, string SecurityCode2) : BookkeepingCredentials
    {
        public override string ToString() => "SOAP credentials";
    }
}
