namespace PerfectviewFunctions.Sandbox;

/// <summary>The page and its forms. Each form leads back to the page with the outcome in the address.</summary>
internal static class PageForms
{
    public const string FaultPath = "/page/fault";
    public const string ClearFaultsPath = "/page/faults/clear";

    public static void MapPage(this IEndpointRouteBuilder app, SandboxBooks books)
    {
        app.MapGet("/", (string? outcome) => new Page(SandboxPage.Render(books, outcome)));
        app.MapRelationForms(books);
        app.MapPaymentForms(books);
        app.MapCallbackForms(books.Receiver);
        app.MapPost(FaultPath, async (HttpRequest request) => Back(AddFault(books, await request.ReadFormAsync())));
        app.MapPost(ClearFaultsPath, () =>
        {
            books.Faults.Clear();
            return Back(PageOutcome.FaultsCleared);
        });
    }

    public static SeeOther Back(PageOutcome outcome) => new($"/?outcome={outcome}");

    private static PageOutcome AddFault(SandboxBooks books, IFormCollection form)
    {
        if (!Enum.TryParse<FaultKind>(form["kind"], out var kind)
            || !form.TryCount("times", out var times)
            || !form.TryCount("seconds", out var seconds))
        {
            return PageOutcome.InvalidForm;
        }

        books.Faults.Add(new Fault(kind)
        {
            Operation = form.Optional("operation"),
            InvoiceNumber = form.Optional("invoice"),
            Times = times == 0 ? Fault.UntilCleared : times,
            Delay = TimeSpan.FromSeconds(seconds),
        });
        return PageOutcome.FaultAdded;
    }
}
