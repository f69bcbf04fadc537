using System.Globalization;
using System.Text.Json;
using PerfectviewFunctions.Chaos.Planning;
using PerfectviewFunctions.Chaos.Running;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.Chaos.Judging;

/// <summary>The payment of every invoice is stored as it is in the books, and Perfectview was told so last.</summary>
internal sealed class PaymentJudge(Plan plan, Stage stage, Senders senders, IServiceProvider services)
{
    public async Task<IReadOnlyList<string>> FindAsync()
    {
        var found = new List<string>();
        foreach (var sharing in plan.Tenants.GroupBy(tenant => tenant.Administration))
        {
            var mutations = stage.BooksOf(sharing.First()).Mutations;
            var totals = mutations.Where(mutation => mutation.Kind == MutationKind.FactuurVerstuurd)
                .GroupBy(mutation => mutation.InvoiceNumber)
                .ToDictionary(number => number.Key, number => number.First().Total);
            var payments = mutations.Where(mutation => mutation.Kind == MutationKind.FactuurbetalingOntvangen).ToList();
            var paid = payments.SelectMany(mutation => mutation.Lines, (mutation, line) => (Number: line.InvoiceNumber ?? mutation.InvoiceNumber, line.Gross))
                .GroupBy(payment => payment.Number)
                .ToDictionary(number => number.Key, number => number.Sum(payment => payment.Gross));
            var heads = payments.Select(mutation => mutation.InvoiceNumber).ToHashSet();
            foreach (var tenant in sharing)
            {
                foreach (var number in tenant.Invoices.Where(sent => senders.Answered.ContainsKey((tenant.Name, sent.Id))).Select(sent => sent.Number).Distinct())
                {
                    var inBooks = tenant.Prefix + number;
                    if (totals.TryGetValue(inBooks, out var total)
                        && await DifferenceAsync(tenant, number, total, paid.GetValueOrDefault(inBooks), heads.Contains(inBooks)) is { } difference)
                    {
                        found.Add($"{tenant.Name} {number}: {difference}");
                    }
                }
            }
        }

        return found;
    }

    /// <param name="shows">Whether a look-up by the invoice's number shows what was paid.</param>
    private async Task<string?> DifferenceAsync(PlannedTenant tenant, string number, decimal total, decimal paid, bool shows)
    {
        if (await services.GetRequiredService<PaymentStore>().FindAsync(tenant.Id, number, default) is not { } payment)
        {
            return "no payment is stored";
        }

        PaymentState[] expected = paid == 0 ? [PaymentState.Open]
            : paid != total ? [PaymentState.PartlyPaid]
            : shows ? [PaymentState.Paid]
            : [PaymentState.Paid, PaymentState.ClosedNotVerified];
        if (!expected.Contains(payment.Status.State) || (payment.Status.Open is { } open && open != total - paid))
        {
            return Text($"{payment.Status.State}, {payment.Status.Open} open; in the books {paid} of {total} is paid");
        }

        return Told(tenant, number) is var told && told == (payment.Revision, Words(payment.Status.State))
            ? null
            : Text($"told {told.Revision} {told.State} instead of {payment.Revision} {payment.Status.State}");
    }

    private (long Revision, string State) Told(PlannedTenant tenant, string number)
    {
        if (stage.Books.Receiver.LatestOf(number, tenant.Name) is not { } body)
        {
            return (0, "nothing");
        }

        using var message = JsonDocument.Parse(body);
        var data = message.RootElement.GetProperty("data");
        return (data.GetProperty("revision").GetInt64(), data.GetProperty("state").GetString()!);
    }

    private static string Words(PaymentState state) => JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString());

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
