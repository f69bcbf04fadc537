using System.Globalization;

namespace PerfectviewFunctions.Sandbox;

/// <summary>Payments and settled credits by a person, and bookings that are given another number or taken away.</summary>
internal static class PaymentForms
{
    public const string PaymentPath = "/page/payment";
    public const string SettlementPath = "/page/settlement";
    public const string RenumberPath = "/page/mutation/number";
    public const string DeletePath = "/page/mutation/delete";

    public static void MapPaymentForms(this IEndpointRouteBuilder app, SandboxBooks books)
    {
        app.MapPost(PaymentPath, (HttpRequest request) => AnswerAsync(books, request, RegisterPayment));
        app.MapPost(SettlementPath, (HttpRequest request) => AnswerAsync(books, request, Settle));
        app.MapPost(RenumberPath, (HttpRequest request) => AnswerAsync(books, request, Renumber));
        app.MapPost(DeletePath, (HttpRequest request) => AnswerAsync(books, request, Delete));
    }

    /// <summary>Payments and settlements of one administration.</summary>
    public static Html Render(SandboxAdministration administration) => Html.Of($"""
        <form method="post" action="{PaymentPath}">
        {Key(administration)}
        <label>Factuurnummer <input name="invoice" required maxlength="50"></label>
        <label>Bedrag (negatief bij een terugbetaling) <input name="amount" required inputmode="text" size="10"></label>
        <label>Datum (leeg = vandaag) <input name="date" type="date"></label>
        <label>Relatiecode (alleen bij twijfel) <input name="relation" maxlength="15" size="15"></label>
        <button>Betaling boeken</button>
        </form>
        <form method="post" action="{SettlementPath}">
        {Key(administration)}
        <label>Creditfactuur <input name="credit" required maxlength="50"></label>
        <label>verrekenen met factuur <input name="invoice" required maxlength="50"></label>
        <label>Bedrag (leeg = zo veel mogelijk) <input name="amount" inputmode="decimal" size="10"></label>
        <label>Datum (leeg = vandaag) <input name="date" type="date"></label>
        <label>Relatiecode (alleen bij twijfel) <input name="relation" maxlength="15" size="15"></label>
        <button>Credit verrekenen</button>
        </form>
        <form method="post" action="{RenumberPath}">
        {Key(administration)}
        <label>Boeking nr <input name="number" required inputmode="numeric" size="8"></label>
        <label>Nieuw factuurnummer <input name="invoice" required maxlength="50"></label>
        <button>Boeking hernummeren</button>
        </form>
        """);

    /// <summary>The button beside a booking.</summary>
    public static Html DeleteButton(SandboxAdministration administration, SandboxMutation mutation) => Html.Of($"""
        <form method="post" action="{DeletePath}">{Key(administration)}
        <input type="hidden" name="number" value="{mutation.Number}">
        <button aria-label="Boeking {mutation.Number} verwijderen">Verwijderen</button></form>
        """);

    private static Html Key(SandboxAdministration administration) =>
        Html.Of($"""<input type="hidden" name="administration" value="{administration.SecurityCode2}">""");

    private static async Task<SeeOther> AnswerAsync(
        SandboxBooks books, HttpRequest request, Func<SandboxAdministration, IFormCollection, PageOutcome> work)
    {
        var form = await request.ReadFormAsync();
        return PageForms.Back(books.Find(form["administration"].ToString()) is { } administration
            ? work(administration, form)
            : PageOutcome.InvalidForm);
    }

    private static PageOutcome RegisterPayment(SandboxAdministration administration, IFormCollection form)
    {
        if (!form.TryAmount("amount", out var amount) || amount is null or 0 || !form.TryDate("date", out var date))
        {
            return PageOutcome.InvalidForm;
        }

        return administration.RegisterPayment(form.Trimmed("invoice"), amount.Value, form.Optional("relation"), date) switch
        {
            PaymentResult.Registered => PageOutcome.PaymentRegistered,
            PaymentResult.Ambiguous => PageOutcome.AmbiguousInvoice,
            _ => PageOutcome.NoSuchInvoice,
        };
    }

    private static PageOutcome Settle(SandboxAdministration administration, IFormCollection form)
    {
        if (!form.TryAmount("amount", out var amount) || !form.TryDate("date", out var date))
        {
            return PageOutcome.InvalidForm;
        }

        return administration.SettleCredit(form.Trimmed("credit"), form.Trimmed("invoice"), amount, form.Optional("relation"), date) switch
        {
            SettlementResult.Settled => PageOutcome.CreditSettled,
            SettlementResult.Ambiguous => PageOutcome.AmbiguousInvoice,
            SettlementResult.NothingToSettle => PageOutcome.NothingToSettle,
            _ => PageOutcome.NoSuchInvoice,
        };
    }

    private static PageOutcome Renumber(SandboxAdministration administration, IFormCollection form) => form.Optional("invoice") switch
    {
        null => PageOutcome.InvalidForm,
        { } number when administration.RenumberMutation(NumberIn(form), number) => PageOutcome.MutationRenumbered,
        _ => PageOutcome.MutationGone,
    };

    private static PageOutcome Delete(SandboxAdministration administration, IFormCollection form) =>
        administration.DeleteMutation(NumberIn(form)) ? PageOutcome.MutationDeleted : PageOutcome.MutationGone;

    /// <summary>0, which no mutation has, when it is no number.</summary>
    private static long NumberIn(IFormCollection form) =>
        long.TryParse(form.Trimmed("number"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
