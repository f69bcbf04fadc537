using PerfectviewFunctions.Core.Payments;

namespace PerfectviewFunctions.Perfectview.Tests.Callbacks.Support;

/// <summary>The samples of callbacks as they are shipped, each with the payment it is of.</summary>
internal static class CallbackSamples
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "samples", "callbacks");

    public static string[] Names { get; } =
        [.. Directory.GetFiles(Folder, "*.json").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

    public static IReadOnlyDictionary<string, InvoicePayment> Payments { get; } = new Dictionary<string, InvoicePayment>
    {
        ["payment-partly-paid.json"] = Samples.Payment,
        ["payment-paid.json"] = Of(3, new(PaymentState.Paid, At(14, 14, 7, 2)) { Paid = 121m, Open = 0, PaidOn = new DateOnly(2026, 3, 13) }),
        ["payment-reopened.json"] = Of(4, new(PaymentState.Reopened, At(16, 9, 7, 0)) { Paid = 0, Open = 121m }),
        ["payment-overpaid.json"] = Of(5, new(PaymentState.Overpaid, At(18, 10, 7, 0)) { Paid = 150m, Open = -29m }),
        ["payment-removed.json"] = Of(6, new(PaymentState.Removed, At(19, 11, 7, 3))),
        ["payment-credit.json"] = Of(1, new(PaymentState.CreditsNotTracked, At(21, 7, 7, 0))) with
        {
            Number = "2026-0047", Amount = -121m, Mutation = 4718, Date = new DateOnly(2026, 3, 20), DueDate = new DateOnly(2026, 4, 3),
        },
    };

    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    private static InvoicePayment Of(long revision, PaymentStatus status) => Samples.Payment with { Revision = revision, Status = status };

    private static DateTimeOffset At(int day, int hour, int minute, int second) => new(2026, 3, day, hour, minute, second, TimeSpan.Zero);
}
