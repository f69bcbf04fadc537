using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Linking;

/// <summary>Which administration credentials open.</summary>
internal abstract record AdministrationFound
{
    private AdministrationFound()
    {
    }

    /// <summary>One that is known.</summary>
    public sealed record Known(AdministrationKey Key) : AdministrationFound;

    /// <summary>One that was not known before.</summary>
    /// <param name="IsMade">Whether the key was made up, since nothing names the administration.</param>
    public sealed record New(AdministrationKey Key, bool IsMade) : AdministrationFound;

    /// <summary>Nothing tells: several known ones fit, or one could not be read to be compared.</summary>
    public sealed record Unsure : AdministrationFound;

    /// <summary>What the operator said can't be.</summary>
    public sealed record Disproved(FieldFault Fault) : AdministrationFound;
}

/// <summary>What was found, with what it rests on.</summary>
/// <param name="Print">By what the administration is recognised.</param>
/// <param name="Register">The administrations that were known.</param>
internal sealed record AdministrationFinding(AdministrationFound Found, LedgerPrint? Print, AdministrationRegister Register)
{
    /// <summary>The key of the administration; null when there is none to go by.</summary>
    public AdministrationKey? Key => Found switch
    {
        AdministrationFound.Known known => known.Key,
        AdministrationFound.New @new => @new.Key,
        _ => null,
    };
}
