using PerfectviewFunctions.Core.Invoices;
using Xunit;

namespace PerfectviewFunctions.Perfectview.Tests.Events;

internal static class InvoiceAssert
{
    /// <summary>Equal in every field; lists by their items.</summary>
    public static void Equal(InvoiceDocument expected, InvoiceDocument actual)
    {
        Assert.Equal(expected with { VatTotals = null }, actual with { Lines = expected.Lines, VatTotals = null });
        Assert.Equal(expected.Lines, actual.Lines);
        Assert.Equal(expected.VatTotals, actual.VatTotals);
    }
}
