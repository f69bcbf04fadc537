using FsCheck;
using FsCheck.Fluent;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Perfectview.Tests.Callbacks.Support;

/// <summary>Payments with anything in them, and things that happen to a payment.</summary>
internal static class PaymentGenerators
{
    private static readonly string[] Numbers = ["2026-0042", "1", "F/2026 \"7\"", "Rekening é€𝄞", "<&'+\\>", "٤٢"];

    public static Gen<PaymentStatus> Status { get; } =
        from state in Gen.Elements(Enum.GetValues<PaymentState>())
        from at in Instant()
        from paid in MaybeAmount()
        from open in MaybeAmount()
        from paidOn in Gen.OneOf(Gen.Constant<DateOnly?>(null), Date().Select(date => (DateOnly?)date))
        select new PaymentStatus(state, at) { Paid = paid, Open = open, PaidOn = paidOn };

    public static Gen<InvoicePayment> Payment { get; } =
        from number in Gen.Elements(Numbers)
        from status in Status
        from amount in Amount()
        from date in Date()
        from term in Gen.Choose(0, 9999)
        from revision in Gen.Choose(0, 5)
        from mutation in Gen.Choose(1, int.MaxValue)
        from around in Around()
        select around with
        {
            Number = number, Status = status, Amount = amount, Date = date, DueDate = date.AddDays(term), Revision = revision, Mutation = mutation,
        };

    /// <summary>A change that a reading or a look-up makes of a payment.</summary>
    public static Gen<Func<InvoicePayment, InvoicePayment>> Change { get; } = Gen.OneOf(
        Status.Select(status => new Func<InvoicePayment, InvoicePayment>(payment => payment.With(status))),
        Gen.Constant(new Func<InvoicePayment, InvoicePayment>(payment => payment.With(payment.Status with { At = payment.Status.At.AddHours(1) }))),
        from mutation in Gen.Choose(4711, 4712)
        from number in Gen.Elements("PV1", "PV2")
        from code in Gen.Elements("D1", "D2")
        from amount in Gen.Elements(121.00m, 121m, 60.50m, -121m)
        from at in Instant()
        select new Func<InvoicePayment, InvoicePayment>(payment => payment.Following(mutation, number, code, amount, at)),
        from seen in Gen.Elements(true, false)
        select new Func<InvoicePayment, InvoicePayment>(payment => payment with { WasSeen = seen, WasLookedUp = !seen }));

    /// <summary>All that we keep of a payment and tell nobody.</summary>
    public static Gen<InvoicePayment> Around() =>
        from administration in Gen.Elements("a", "b")
        from inBooks in Gen.Elements(Numbers)
        from code in Gen.Elements("D1", "D2")
        from bookedAt in Instant()
        from name in Gen.Elements("", "Bakkerij")
        from flags in Gen.Elements(true, false).ArrayOf(3)
        from earlier in Status.ListOf(2)
        from notes in Gen.Elements(0, 1)
        select Samples.Payment with
        {
            Administration = new AdministrationKey(administration),
            NumberInBooks = inBooks,
            DebtorCode = code,
            BookedAt = bookedAt,
            DebtorName = name,
            WasSeen = flags[0],
            LeftWithMany = flags[1],
            WasLookedUp = flags[2],
            Earlier = [.. earlier],
            Notes = notes == 0 ? [] : [new PaymentNote(PaymentNoteKind.Renumbered, "1", "2", bookedAt)],
        };

    /// <summary>In cents, with as many decimals behind it as its history happened to leave.</summary>
    public static Gen<decimal> Amount() =>
        from cents in Gen.OneOf(Gen.Choose(-999_999, 999_999), Gen.Elements(0, 1, -1, 12100))
        from scale in Gen.Elements(0.00m, 0.0000m, 0m)
        select (cents / 100m) + scale;

    private static Gen<decimal?> MaybeAmount() => Gen.OneOf(Gen.Constant<decimal?>(null), Amount().Select(amount => (decimal?)amount));

    private static Gen<DateOnly> Date() => Gen.Choose(0, 25_000).Select(days => new DateOnly(1980, 1, 1).AddDays(days));

    private static Gen<DateTimeOffset> Instant() =>
        from seconds in Gen.Choose(0, int.MaxValue)
        from ticks in Gen.Choose(0, 9_999_999)
        from hours in Gen.Choose(-12, 14)
        select DateTimeOffset.FromUnixTimeSeconds(seconds).AddTicks(ticks).ToOffset(TimeSpan.FromHours(hours));
}
