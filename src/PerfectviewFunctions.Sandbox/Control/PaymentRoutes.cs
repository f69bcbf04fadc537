namespace PerfectviewFunctions.Sandbox;

/// <summary>What others book in the same administration: invoices by the thousand, payments, and credits settled.</summary>
internal static class PaymentRoutes
{
    public static void MapPayments(this RouteGroupBuilder one, SandboxBooks books)
    {
        one.MapPost("/invoices", (string administration, InvoicesRequest request) => ControlRoutes.With(books, administration, found =>
        {
            if (request.IsMistaken)
            {
                return Results.BadRequest();
            }

            var date = request.Date ?? DutchDate.Today(found.Clock);
            var booked = found.AddInvoices(request.Count, request.NumberPrefix, request.RelationCode, date, request.Line);
            return Results.Ok(new BookedNumbers(booked[0].Number, booked[^1].Number));
        }));
        one.MapPost("/payments", (string administration, PaymentRequest request) => ControlRoutes.With(books, administration, found =>
            ResultOf(found.RegisterPayment(request.InvoiceNumber, request.Amount, request.RelationCode, request.Date))));
        one.MapPost("/payments/combined", (string administration, CombinedPaymentRequest request) =>
            ControlRoutes.With(books, administration, found => request.Parts.Count == 0
                ? Results.BadRequest()
                : ResultOf(found.RegisterCombinedPayment(request.Parts, request.HeadNumber, request.RelationCode, request.Date))));
        one.MapPost("/settlements", (string administration, SettlementRequest request) => ControlRoutes.With(books, administration, found =>
            found.SettleCredit(request.CreditNumber, request.InvoiceNumber, request.Amount, request.RelationCode, request.Date) switch
            {
                SettlementResult.Settled settled => Results.Ok(settled),
                SettlementResult.Ambiguous => Results.Conflict(),
                SettlementResult.NothingToSettle => Results.UnprocessableEntity(),
                _ => Results.NotFound(),
            }));
    }

    private static IResult ResultOf(PaymentResult result) => result switch
    {
        PaymentResult.Registered registered => Results.Ok(registered.Payment),
        PaymentResult.Ambiguous => Results.Conflict(),
        _ => Results.NotFound(),
    };
}
