using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Perfectview.Signing;

namespace PerfectviewFunctions.Perfectview.Tests.Callbacks.Support;

/// <summary>A payment, and what it is told with.</summary>
internal static class Samples
{
    public static TenantId Tenant { get; } = TenantId.Parse("bakker");

    public static InvoicePayment Payment { get; } = new(
        "2026-0042",
        new AdministrationKey("administration-of-bakker"),
        4711,
        "PV2026-0042",
        "D1001",
        121.00m,
        new DateTimeOffset(2026, 3, 2, 9, 0, 4, TimeSpan.Zero),
        new PaymentStatus(PaymentState.PartlyPaid, new DateTimeOffset(2026, 3, 10, 8, 7, 1, 250, TimeSpan.Zero)) { Paid = 50m, Open = 71.0m })
    {
        DebtorName = "Bakkerij De Zilveren Korenaar B.V.",
        Date = new DateOnly(2026, 3, 2),
        DueDate = new DateOnly(2026, 3, 16),
        Revision = 2,
        WasSeen = true,
    };

    public static string Secret { get; } = WebhookSecret.Generate().Reveal();

    public static WebhookSecrets Secrets { get; } = new(Secret);

    public static CallbackMessage Message(string address) => new("pay_0123456789abcdef_2", address, Tenant, Payment);
}
