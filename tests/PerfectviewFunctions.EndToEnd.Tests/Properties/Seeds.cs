using System.Globalization;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties;

/// <summary>
/// Where generated tests begin. They run the same each time unless the environment says otherwise: <c>PVF_SEED</c> replaces the seed of every
/// generated test (a failure prints the one to set), <c>PVF_WALKS</c> the number of random walks, such as 1000 for a run overnight, and
/// <c>PVF_INVOICES</c> how many invoices are generated from each seed.
/// </summary>
internal static class Seeds
{
    public static int Or(int usual) => Number("PVF_SEED") ?? usual;

    public static int WalksOr(int usual) => Number("PVF_WALKS") ?? usual;

    public static int InvoicesOr(int usual) => Number("PVF_INVOICES") ?? usual;

    private static int? Number(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
