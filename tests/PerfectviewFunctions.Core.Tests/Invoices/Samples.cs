using FsCheck;
using FsCheck.Fluent;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Tests.Invoices;

/// <summary>Anything that an invoice or event can be when it is stored.</summary>
internal static class Samples
{
    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Elements("F1", "a b", "é", "🧾", "\"'<&>\\/#?%:~", "2026/0001", "ligne 1\nline 2", "\u2028"),
        Gen.Elements("x", "é", "🧾", " ", "\t", "/", "\u0000", "\uFFFD").ListOf().Select(parts => "t" + string.Concat(parts)));

    private static readonly Gen<DateTimeOffset> Instants = Gen.Choose(0, int.MaxValue)
        .SelectMany(seconds => Gen.Choose(0, 9_999_999).SelectMany(ticks => Gen.Choose(-14, 14).Select(
            hours => new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(seconds).AddTicks(ticks).ToOffset(TimeSpan.FromHours(hours)))));

    private static readonly Gen<decimal> Amounts = Gen.OneOf(
        Gen.Elements(0m, 0.01m, -0.01m, 1_000_000_000.00m, -12_345.60m, 0.10m, 100m),
        Gen.Choose(int.MinValue, int.MaxValue).Select(cents => cents / 100m));

    private static readonly Gen<DateOnly> Dates = Gen.Choose(0, 25_000).Select(days => new DateOnly(1980, 1, 1).AddDays(days));

    private static readonly Gen<Reason> Reasons =
        from code in Texts
        from values in (from name in Texts from value in Texts select (name, value)).ListOf()
        select new Reason(code)
        {
            Values = values.DistinctBy(pair => pair.name).ToDictionary(pair => pair.name, pair => pair.value, StringComparer.Ordinal),
        };

    private static readonly Gen<Intent> Intents =
        from texts in Texts.ArrayOf(8)
        from amounts in Amounts.ArrayOf(6)
        from date in Dates
        from days in Gen.Choose(0, 9999)
        from sentAt in Maybe(Instants)
        from refusedAt in Maybe(Instants)
        from wasUnclear in Gen.Elements(true, false)
        from isForLookUp in Gen.Elements(true, false)
        from uncut in MaybeNone(Texts)
        from lines in Gen.Choose(1, 5)
        select new Intent(
            new AdministrationKey(texts[0]),
            new Booking(
                texts[1], texts[2], date, texts[3], texts[4], days, texts[5],
                [.. Enumerable.Range(0, lines).Select(_ => new BookingLine(amounts[0], amounts[1], texts[6], amounts[2], texts[7]))]),
            new InvoiceFacts(date, "EUR", texts[7], [new VatGroup(texts[6], amounts[3], amounts[4], amounts[5])]))
        {
            SentAt = sentAt, DuplicateRefusedAt = refusedAt, WasUnclear = wasUnclear, IsForLookUp = isForLookUp, UncutDescription = uncut,
        };

    private static readonly Gen<AbsenceProof> Proofs =
        from texts in Texts.ArrayOf(2) from at in Instants select new AbsenceProof(new AdministrationKey(texts[0]), texts[1], at);

    private static readonly Gen<TrailEntry> Entries =
        from kind in Gen.Elements(Enum.GetValues<TrailKind>())
        from at in Instants
        from count in Gen.Choose(1, 100)
        from instants in Maybe(Instants).ArrayOf(2)
        from reason in MaybeNone(Reasons)
        from person in MaybeNone(Texts)
        from mutation in Maybe(Gen.Choose(1, int.MaxValue).Select(number => (long)number))
        select new TrailEntry(kind, at)
        {
            Count = count, LastAt = instants[0], NextAt = instants[1], Reason = reason, By = person, Mutation = mutation,
        };

    private static readonly Gen<InvoiceTrail> Trails =
        from entries in Entries.ListOf().Where(entries => entries.Count <= 5)
        from leftOut in Gen.Choose(0, 1000)
        select entries.Count == 0 ? InvoiceTrail.Empty : new InvoiceTrail([.. entries], leftOut);

    public static Gen<Invoice> Invoices { get; } =
        from texts in Texts.ArrayOf(3)
        from state in Gen.Elements(Enum.GetValues<InvoiceState>())
        from instants in Instants.ArrayOf(3)
        from bookedAt in Maybe(Instants)
        from heardAt in Maybe(Instants)
        from date in Dates
        from total in Amounts
        from currency in Gen.Elements("EUR", "USD")
        from isCredit in Gen.Elements(true, false)
        from isDebtorDoubted in Gen.Elements(true, false)
        from reason in MaybeNone(Reasons)
        from intent in MaybeNone(Intents)
        from proof in MaybeNone(Proofs)
        from trail in Trails
        from mutation in Maybe(Gen.Choose(1, int.MaxValue).Select(number => (long)number * 1000))
        select new Invoice(texts[0], state, texts[1], instants[0], instants[1])
        {
            Date = date, Total = total, Currency = currency, DebtorName = texts[2], IsCredit = isCredit, Reason = reason, Intent = intent,
            MutationNumber = mutation, BookedAt = bookedAt, ChangedAt = instants[2], HeardAt = heardAt, IsDebtorDoubted = isDebtorDoubted,
            ProvenAbsent = proof, Trail = trail,
        };

    public static Gen<StoredEvent> Events { get; } =
        from texts in MaybeNone(Texts).ArrayOf(4)
        from key in Gen.Elements("e1", "a~2Fb", "!00ff")
        from state in Gen.Elements(Enum.GetValues<EventState>())
        from receivedAt in Instants
        from instants in Maybe(Instants).ArrayOf(3)
        from reason in MaybeNone(Reasons)
        from faults in (from pointer in Texts from message in Texts select new EventFault(pointer, message)).ListOf()
        from attempts in Gen.Choose(0, 100_000)
        from mutation in Maybe(Gen.Choose(1, int.MaxValue).Select(number => (long)number))
        select new StoredEvent(key, "00ff", state, receivedAt)
        {
            Id = texts[0], Type = texts[1], InvoiceNumber = texts[2], RelationId = texts[3], OccurredAt = instants[0], NextAt = instants[1], EndedAt = instants[2],
            Reason = reason, Faults = [.. faults], Attempts = attempts, MutationNumber = mutation,
        };

    private static Gen<T?> Maybe<T>(Gen<T> some)
        where T : struct => Gen.OneOf(Gen.Constant<T?>(null), some.Select(value => (T?)value));

    private static Gen<T?> MaybeNone<T>(Gen<T> some)
        where T : class => Gen.OneOf(Gen.Constant<T?>(null), some.Select(value => (T?)value));
}
