using System.Globalization;

namespace PerfectviewFunctions.Testing;

/// <summary>
/// Where generated tests begin. They run the same each time unless the environment says otherwise: <c>PVF_SEED</c> replaces the seed of every
/// generated test (a failure prints the one to set), <c>PVF_WALKS</c> the number of random walks, such as 1000 for a run overnight,
/// <c>PVF_INVOICES</c> how many invoices are generated from each seed, and <c>PVF_FUZZ</c> how many inputs.
/// </summary>
public static class Seeds
{
    /// <summary>Null when each test begins where it usually does.</summary>
    public static int? Given => Number("PVF_SEED");

    public static int Or(int usual) => Given ?? usual;

    public static int WalksOr(int usual) => Number("PVF_WALKS") ?? usual;

    public static int InvoicesOr(int usual) => Number("PVF_INVOICES") ?? usual;

    public static int InputsOr(int usual) => Number("PVF_FUZZ") ?? usual;

    /// <summary>A number from the environment; null when there is none.</summary>
    public static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
