using System.Globalization;
using System.Text.RegularExpressions;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Payments.Walks;

/// <summary>Reads what the books were asked for a reading: one list per administration, and two look-ups at most per invoice that vanished.</summary>
internal sealed partial class CallJudge(Scene scene)
{
    public void Check(Look before)
    {
        var calls = scene.Books.Calls.Log.Where(call => !IsEndOfSession(call) && !call.IsRow()).ToList();
        scene.Books.Calls.Clear();
        if (scene.IsTroubled)
        {
            // A host that failed is followed by the other, which asks anew.
            return;
        }

        var books = scene.Firms.Where(firm => firm.PaymentsOn).Select(firm => firm.Books).Distinct().Count();
        Assert.True(calls.Count(call => call.Operation == "GetOpenPosten") <= books, "More than one list for an administration");
        var lookUps = calls.Where(call => call.Operation == "GetMutaties").ToList();
        foreach (var byNumber in lookUps.Where(call => call.InvoiceNumber.Length > 0).GroupBy(call => call.InvoiceNumber))
        {
            CheckLookedUp(byNumber.Key, byNumber.Count(), before, sale => before.Payments[sale].Payment.NumberInBooks == byNumber.Key);
        }

        foreach (var byMutation in lookUps.Where(call => call.InvoiceNumber.Length == 0).GroupBy(call => MutationIn().Match(call.Request).Value))
        {
            var number = long.Parse(byMutation.Key, CultureInfo.InvariantCulture);
            CheckLookedUp($"mutation {number}", byMutation.Count(), before, sale => before.Payments[sale].Payment.Mutation == number);
        }
    }

    private void CheckLookedUp(string what, int times, Look before, Func<Sale, bool> isOf)
    {
        var looked = scene.Sales.Where(isOf).ToList();
        Assert.True(looked.Exists(sale => !IsFoundOut(sale, before)), $"{what} was looked up without need");
        Assert.True(times <= looked.Count, $"{what} was looked up {times} times");
    }

    /// <summary>Whether it was settled or looked up before this reading, or stands in the list.</summary>
    private static bool IsFoundOut(Sale sale, Look before)
    {
        var was = before.Payments[sale].Payment;
        return was.WasLookedUp || was.Status.IsSettled || sale.Firm.Books.OpenDebtors().RowOf(was) is not (null, false);
    }

    private static bool IsEndOfSession(SandboxCall call) => call.Outcome == "SECURITY_010" || call.Outcome.StartsWith("E002", StringComparison.Ordinal);

    [GeneratedRegex("(?<=<MutatieNr>)[0-9]+", RegexOptions.None, 1000)]
    private static partial Regex MutationIn();
}
