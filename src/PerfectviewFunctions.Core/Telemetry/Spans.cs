using System.Diagnostics;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Telemetry;

/// <summary>The kinds of spans, and what each may carry. Ids, words and codes; never a name, an amount, an address, a text that somebody wrote or a secret.</summary>
public sealed record SpanKind(string Name, IReadOnlyList<string> Tags);

/// <summary>Where spans are begun. Without a listener there are none, and it costs nothing.</summary>
public static class Spans
{
    private static readonly ActivitySource Source = new(Instruments.Source);

    public static SpanKind Endpoint { get; } = new("endpoint", [Dimension.Endpoint, Dimension.Status]);

    public static SpanKind Intake { get; } = new("intake", [Dimension.Tenant, Dimension.Events]);

    public static SpanKind WorkOnInvoice { get; } = new(
        "work on invoice", [Dimension.Tenant, Dimension.Invoice, Dimension.Event, Dimension.Outcome, Dimension.Code]);

    public static SpanKind WorkOnRelation { get; } = new(
        "work on relation", [Dimension.Tenant, Dimension.Relation, Dimension.Event, Dimension.Outcome, Dimension.Code]);

    public static SpanKind BooksCall { get; } = new("books", [Dimension.Operation, Dimension.Outcome, Dimension.Code]);

    public static SpanKind PaymentReading { get; } = new("payments", [Dimension.Administration, Dimension.Outcome, Dimension.Code]);

    public static SpanKind Callback { get; } = new(
        "callback", [Dimension.Tenant, Dimension.Invoice, Dimension.Message, Dimension.Outcome, Dimension.Code]);

    public static SpanKind Timer { get; } = new("timer", [Dimension.Timer, Dimension.Outcome]);

    public static IReadOnlyList<SpanKind> All { get; } =
        [Endpoint, Intake, WorkOnInvoice, WorkOnRelation, BooksCall, PaymentReading, Callback, Timer];

    /// <summary>Begins the span of a call that came in.</summary>
    /// <remarks>
    /// ASP.NET Core makes an activity of its own for every call. Where nobody records that, it would keep ours from being recorded too, and take its
    /// trace from whatever a stranger sent: then this one stands alone.
    /// </remarks>
    public static Activity? BeginEndpoint(string name)
    {
        if (Activity.Current is { Source.Name: "" })
        {
            Activity.Current = null;
        }

        return Begin($"{Endpoint.Name} {name}", ActivityKind.Server)?.SetTag(Dimension.Endpoint, name);
    }

    public static Activity? BeginBooksCall(string operation) =>
        Begin($"{BooksCall.Name} {operation}", ActivityKind.Client)?.SetTag(Dimension.Operation, operation);

    /// <summary>How it ended. Known by its kind alone where something was thrown: its words may quote anything.</summary>
    public static void Ended(this Activity? span, string outcome, string? code = null, bool isError = false)
    {
        span?.SetTag(Dimension.Outcome, outcome);
        if (code is not null)
        {
            span?.SetTag(Dimension.Code, Words.OfCode(code));
        }

        if (isError)
        {
            span?.SetStatus(ActivityStatusCode.Error);
        }
    }

    /// <summary>What was answered; an answer from 500 on is an error of ours.</summary>
    public static void Answered(this Activity? span, int status)
    {
        span?.SetTag(Dimension.Status, status);
        if (status >= 500)
        {
            span?.SetStatus(ActivityStatusCode.Error);
        }
    }

    internal static Activity? BeginIntake(TenantId tenant, int events) =>
        Begin(Intake.Name)?.SetTag(Dimension.Tenant, tenant.Value).SetTag(Dimension.Events, events);

    internal static Activity? BeginWork(TenantId tenant, Subject subject) => subject switch
    {
        Subject.Invoice invoice => Begin(WorkOnInvoice.Name)?.SetTag(Dimension.Tenant, tenant.Value).SetTag(Dimension.Invoice, invoice.Number),
        Subject.Relation relation => Begin(WorkOnRelation.Name)?.SetTag(Dimension.Tenant, tenant.Value).SetTag(Dimension.Relation, relation.Id),
        _ => null,
    };

    internal static Activity? BeginPaymentReading(AdministrationKey administration) =>
        Begin(PaymentReading.Name)?.SetTag(Dimension.Administration, administration.Value);

    internal static Activity? BeginCallback(TenantId tenant, string number, string message) => Begin(Callback.Name)
        ?.SetTag(Dimension.Tenant, tenant.Value).SetTag(Dimension.Invoice, number).SetTag(Dimension.Message, message);

    internal static Activity? BeginTimer(string timer) => Begin($"{Timer.Name} {timer}")?.SetTag(Dimension.Timer, timer);

    /// <summary>The span in which something happens, for who does not begin it himself.</summary>
    internal static Activity? Here => Activity.Current is { Source.Name: Instruments.Source } span ? span : null;

    private static Activity? Begin(string name, ActivityKind kind = ActivityKind.Internal) => Source.StartActivity(name, kind);
}
