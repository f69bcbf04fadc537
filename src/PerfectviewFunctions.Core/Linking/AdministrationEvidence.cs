using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Linking;

/// <summary>What speaks for and against the known administrations.</summary>
/// <param name="Fitting">Those that have the ledger accounts that were read.</param>
/// <param name="Unread">Those whose ledger accounts nobody could compare.</param>
/// <param name="IfNew">The key to take when it is none of the known.</param>
/// <param name="IsMade">Whether <paramref name="IfNew"/> was made up.</param>
internal sealed record AdministrationEvidence(
    IReadOnlyList<AdministrationKey> Fitting, IReadOnlySet<AdministrationKey> Unread, AdministrationKey IfNew, bool IsMade)
{
    private static readonly AdministrationFound.Disproved NotNew = Disproved(
        "Deze administratie is al bekend: haar grootboekrekeningen zijn die van een andere koppeling.",
        "This administration is known already: its ledger accounts are those of another link.");

    private static readonly AdministrationFound.Disproved NotThat = Disproved(
        "Deze gegevens openen een andere administratie dan die van de genoemde koppeling.",
        "These credentials open another administration than that of the link you named.");

    /// <summary>A security code 2 that is known names its administration by itself.</summary>
    public static AdministrationEvidence Named(AdministrationKey key) => new([key], new HashSet<AdministrationKey>(), key, IsMade: false);

    /// <summary>What follows without anybody's word.</summary>
    public AdministrationFound Judge() => this switch
    {
        { Fitting: [var only] } => new AdministrationFound.Known(only),
        { Fitting.Count: 0, Unread.Count: 0 } => new AdministrationFound.New(IfNew, IsMade),
        _ => new AdministrationFound.Unsure(),
    };

    /// <summary>What follows when an operator says that it is none of the known.</summary>
    public AdministrationFound JudgeNew() => Fitting.Count > 0 ? NotNew : new AdministrationFound.New(IfNew, IsMade);

    /// <summary>What follows when an operator says that it is this one.</summary>
    public AdministrationFound Judge(AdministrationKey said) =>
        Fitting.Contains(said) || (Fitting.Count == 0 && Unread.Contains(said)) ? new AdministrationFound.Known(said) : NotThat;

    public static AdministrationFound.Disproved Disproved(string nl, string en) => new(new FieldFault("/administrationOf", nl, en));
}
