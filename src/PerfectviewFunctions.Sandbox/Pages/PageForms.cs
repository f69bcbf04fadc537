using System.Globalization;

namespace PerfectviewFunctions.Sandbox;

/// <summary>The page and its forms. Each form leads back to the page with the outcome in the address.</summary>
internal static class PageForms
{
    public const string PaymentPath = "/page/payment";
    public const string FaultPath = "/page/fault";
    public const string ClearFaultsPath = "/page/faults/clear";

    public static void MapPage(this IEndpointRouteBuilder app, SandboxBooks books)
    {
        app.MapGet("/", (string? outcome) => new Page(SandboxPage.Render(books, outcome)));
        app.MapRelationForms(books);
        app.MapPost(PaymentPath, async (HttpRequest request) => Back(RegisterPayment(books, await request.ReadFormAsync())));
        app.MapPost(FaultPath, async (HttpRequest request) => Back(AddFault(books, await request.ReadFormAsync())));
        app.MapPost(ClearFaultsPath, () =>
        {
            books.Faults.Clear();
            return Back(PageOutcome.FaultsCleared);
        });
    }

    private static PageOutcome RegisterPayment(SandboxBooks books, IFormCollection form)
    {
        // A Dutch bookkeeper types 12,50.
        var text = form["amount"].ToString().Trim().Replace(',', '.');
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            || amount == 0
            || books.Find(form["administration"].ToString()) is not { } administration)
        {
            return PageOutcome.InvalidForm;
        }

        var relation = form["relation"].ToString().Trim();
        return administration.RegisterPayment(form["invoice"].ToString().Trim(), amount, relation.Length == 0 ? null : relation) switch
        {
            PaymentResult.Registered => PageOutcome.PaymentRegistered,
            PaymentResult.Ambiguous => PageOutcome.AmbiguousInvoice,
            _ => PageOutcome.NoSuchInvoice,
        };
    }

    private static PageOutcome AddFault(SandboxBooks books, IFormCollection form)
    {
        if (!Enum.TryParse<FaultKind>(form["kind"], out var kind)
            || !int.TryParse(form["times"], NumberStyles.None, CultureInfo.InvariantCulture, out var times)
            || !int.TryParse(form["seconds"], NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return PageOutcome.InvalidForm;
        }

        var operation = form["operation"].ToString();
        var invoice = form["invoice"].ToString().Trim();
        books.Faults.Add(new Fault(kind)
        {
            Operation = operation.Length == 0 ? null : operation,
            InvoiceNumber = invoice.Length == 0 ? null : invoice,
            Times = times == 0 ? Fault.UntilCleared : times,
            Delay = TimeSpan.FromSeconds(seconds),
        });
        return PageOutcome.FaultAdded;
    }

    private static SeeOther Back(PageOutcome outcome) => new SeeOther($"/?outcome={outcome}");
}
