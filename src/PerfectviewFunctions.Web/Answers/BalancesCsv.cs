using System.Globalization;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Payments.Balances;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Core.Time;
using PerfectviewFunctions.Web.Answers.Csv;

namespace PerfectviewFunctions.Web.Answers;

/// <summary>Open balances as a table with a line per invoice.</summary>
internal sealed class BalancesCsv(bool isDutch)
{
    private static readonly (string Nl, string En)[] Header =
    [
        ("Factuurnummer", "Invoice number"),
        ("Nummer in e-Boekhouden", "Number in e-Boekhouden"),
        ("Debiteur", "Debtor"),
        ("Debiteurcode", "Debtor code"),
        ("Factuurdatum", "Invoice date"),
        ("Vervaldatum", "Due date"),
        ("Dagen te laat", "Days overdue"),
        ("Bedrag", "Amount"),
        ("Betaald", "Paid"),
        ("Openstaand", "Open"),
        ("Status", "Status"),
        ("Statuscode", "Status code"),
        ("Sinds", "Since"),
        ("Wordt gevolgd", "Followed"),
        ("Toelichting", "Explanation"),
        ("Wat te doen", "What to do"),
        ("Melding aan Perfectview", "Message to Perfectview"),
    ];

    private readonly CsvForm form = isDutch ? CsvForm.Dutch : CsvForm.English;

    /// <param name="isDutch">Else English.</param>
    public static IResult Of(BalanceReport report, TenantId tenant, bool isDutch)
    {
        var csv = new BalancesCsv(isDutch);
        var name = string.Create(
            CultureInfo.InvariantCulture, $"{csv.Say(("openstaande-saldi", "open-balances"))}-{tenant.Value}-{report.Date:yyyy-MM-dd}.csv");
        return new CsvResult(name, report.Rows.Select(csv.LineOf).Prepend(csv.form.Line(Header.Select(column => csv.form.Text(csv.Say(column))))));
    }

    private string LineOf(BalanceRow row)
    {
        var reason = row.Reason is null ? null : ReasonText.Render(row.Reason);
        return form.Line(
        [
            form.Text(row.Number),
            form.Text(row.NumberInBooks),
            form.Text(row.DebtorName),
            form.Text(row.DebtorCode),
            form.Date(row.Date),
            form.Date(row.DueDate),
            form.Number(row.DaysOverdue),
            form.Amount(row.Amount),
            form.Amount(row.Status.Paid),
            form.Amount(row.Status.Open),
            form.Text(Say(PaymentWords.Of(row.Status.State))),
            form.Text(AnswerJson.Word(row.Status.State)),
            form.Text(DutchTime.Text(row.Status.At)),
            form.Text(Say(row.IsFollowed ? ("ja", "yes") : ("nee", "no"))),
            form.Text(reason is null ? null : Say((reason.Nl, reason.En))),
            form.Text(reason is null ? null : Say((reason.ActionNl, reason.ActionEn))),
            form.Text(WordsOf(row.Callback)),
        ]);
    }

    private string? WordsOf(WaitingCallback? callback) => callback switch
    {
        null => null,
        { IsGivenUp: true, Reason: { } why } when ReasonText.Render(why) is var text => $"{Say(("opgegeven", "given up"))}: {Say((text.Nl, text.En))}",
        _ => Say(("wacht", "waiting")),
    };

    private string Say((string Nl, string En) words) => isDutch ? words.Nl : words.En;
}
