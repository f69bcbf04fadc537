using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Mapping;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Invoices;

public sealed class InvoiceFactsTests
{
    private static readonly VatGroup High = new(VatCategory.High, 21m, 100m, 21m);
    private static readonly VatGroup Low = new(VatCategory.Low, 9m, 10m, 0.9m);
    private static readonly InvoiceFacts Facts = new(new DateOnly(2026, 3, 2), "EUR", "r-1", [High, Low]);

    public static TheoryData<InvoiceFacts, string> Others => new()
    {
        { Facts with { Date = new DateOnly(2026, 3, 3) }, "date 2026-03-02 -> 2026-03-03" },
        { Facts with { Currency = "USD" }, "currency EUR -> USD" },
        { Facts with { DebtorId = "r-2" }, "debtor r-1 -> r-2" },
        { Facts with { Groups = [High with { Net = 100.01m }, Low] }, "net NL_HIGH 21% 100.00 -> 100.01" },
        { Facts with { Groups = [High, Low with { Vat = 0.89m }] }, "VAT NL_LOW 9% 0.90 -> 0.89" },
        { Facts with { Groups = [High] }, "net NL_LOW 9% 10.00 -> 0.00; VAT NL_LOW 9% 0.90 -> 0.00" },
        { Facts with { Groups = [High with { Net = -100m, Vat = -21m }, Low] }, "net NL_HIGH 21% 100.00 -> -100.00; VAT NL_HIGH 21% 21.00 -> -21.00" },
        {
            Facts with { Groups = [High, Low with { Rate = 6m }] },
            "net NL_LOW 9% 10.00 -> 0.00; VAT NL_LOW 9% 0.90 -> 0.00; net NL_LOW 6% 0.00 -> 10.00; VAT NL_LOW 6% 0.00 -> 0.90"
        },
    };

    [Fact]
    public void DifferencesTo_same_facts_in_another_order_or_with_more_zeroes_are_none() =>
        Assert.Empty(Facts.DifferencesTo(Facts with { Groups = [Low with { Rate = 9.00m, Vat = 0.90m }, High with { Net = 100.00m }] }));

    [Theory]
    [MemberData(nameof(Others))]
    public void DifferencesTo_other_facts_are_named_old_and_new(InvoiceFacts other, string differences) =>
        Assert.Equal(differences, string.Join("; ", Facts.DifferencesTo(other)));
}
