using FsCheck;
using FsCheck.Fluent;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Relations;

namespace PerfectviewFunctions.Perfectview.Tests.Events;

/// <summary>Valid events of every shape the contract allows.</summary>
internal static class Generators
{
    private static readonly string[] Letters =
        ["a", "Z", "7", " ", "é", "ß", "\"", "\\", "/", "<", "&", "'", "株", "😀", "\u2028", "\u00a0x", "%", "{", "]", "e\u0301"];

    private static readonly string[] Categories =
        ["NL_0", "NL_HIGH", "NL_LOW", "NL_REVERSE_CHARGE", "NL_EXEMPT", "EU_SERVICE", "EU_GOODS", "EXPORT", "SOMETHING_ELSE"];

    public static Gen<PerfectviewEvent.InvoiceSent> Event { get; } =
        from id in EventId()
        from occurredAt in Instant()
        from invoice in Invoice()
        select new PerfectviewEvent.InvoiceSent(id, occurredAt, invoice);

    public static Gen<string> EventId() => Key(30).Select(id => string.Concat(id.Where(c => c is > ' ' and <= '~')) + "#1");

    private static Gen<InvoiceDocument> Invoice() =>
        from isCredit in Gen.Elements(false, true)
        from number in Key(50)
        from date in Day()
        from dueDate in Optional(Day())
        from days in Gen.OneOf(Gen.Constant<int?>(null), Gen.Choose(0, 9999).Select(value => (int?)value))
        from currency in Gen.Elements("EUR", "USD")
        from total in Amount(2)
        from includes in Gen.Elements(false, true)
        from reference in OptionalText(200)
        from creditOf in OptionalText(50)
        from lines in Line().ListOf()
        from totals in Gen.OneOf(
            Gen.Constant<IReadOnlyList<VatTotal>?>(null),
            Total().NonEmptyListOf().Select(list => (IReadOnlyList<VatTotal>?)[.. list.Take(50)]))
        from debtor in Debtor()
        select new InvoiceDocument(number, date, currency, isCredit ? -Math.Abs(total) : total, includes, [.. lines], totals, debtor)
        {
            IsCredit = isCredit,
            DueDate = dueDate,
            PaymentTermDays = days,
            Reference = reference,
            CreditOf = isCredit ? creditOf?.Trim() : null,
        };

    private static Gen<InvoiceLine> Line() =>
        from description in OptionalText(500)
        from quantity in Amount(6)
        from price in Amount(6)
        from category in Gen.Elements(Categories)
        from rate in Optional(Percentage(2))
        from percentage in Optional(Percentage(6))
        from discount in Optional(Amount(2))
        from amount in Optional(Amount(2))
        select new InvoiceLine(description ?? "", quantity, price, category, rate)
        {
            DiscountPercentage = percentage,
            DiscountAmount = discount,
            Amount = amount,
        };

    private static Gen<VatTotal> Total() =>
        from category in Gen.Elements(Categories)
        from rate in Optional(Percentage(2))
        from net in Amount(2)
        from vat in Amount(2)
        select new VatTotal(category, rate, net, vat);

    /// <summary>Control characters may stand in every text of it.</summary>
    public static Gen<DebtorDetails> Debtor() =>
        from isPerson in Gen.Elements(false, true)
        from id in Key(64)
        from name in Text(200)
        from texts in Optional(Text(50)).ArrayOf(18)
        from gender in Gen.Elements("m", "v", null)
        from addresses in Optional(Address()).ArrayOf(3)
        select new DebtorDetails(id, isPerson)
        {
            Code = texts[0],
            Name = isPerson ? null : name,
            LastName = isPerson ? name : texts[1],
            Initials = texts[2],
            FirstName = texts[3],
            MiddleName = texts[4],
            ContactPerson = texts[5],
            Salutation = texts[6],
            Phone = texts[7],
            MobilePhone = texts[8],
            Email = texts[9],
            InvoiceEmail = texts[10],
            Website = texts[11],
            VatNumber = texts[12],
            ChamberOfCommerceNumber = texts[13],
            Iban = texts[14],
            Bic = texts[15],
            Note = texts[16] is { } note ? note + "\r\n\t" + texts[17] : null,
            Gender = gender,
            VisitingAddress = addresses[0],
            PostalAddress = addresses[1],
            InvoiceAddress = addresses[2],
        };

    private static Gen<AddressDetails> Address() =>
        from city in Text(150)
        from texts in Optional(Text(150)).ArrayOf(5)
        select new AddressDetails(texts[0], texts[1], texts[2], texts[3], city, texts[4]);

    /// <summary>Text that is not blank and has no white space around it.</summary>
    private static Gen<string> Key(int maxLength) => Of(Letters, maxLength);

    /// <summary>The same, with control characters.</summary>
    private static Gen<string> Text(int maxLength) => Of([.. Letters, "\0", "\n", "\t", "\u0007", "\u0085", "\uFFFE", "\uFFFF"], maxLength);

    private static Gen<string> Of(string[] letters, int maxLength) =>
        from length in Gen.Choose(0, maxLength / 2)
        from some in Gen.Elements(letters).ArrayOf(length)
        select Cut("x" + string.Concat(some), maxLength);

    private static Gen<string?> OptionalText(int maxLength) => Optional(Key(maxLength));

    private static string Cut(string text, int maxLength)
    {
        while (text.Length > maxLength || char.IsWhiteSpace(text[^1]) || char.IsHighSurrogate(text[^1]))
        {
            text = text[..^1];
        }

        return text;
    }

    private static Gen<decimal> Amount(int decimals) =>
        from whole in Gen.OneOf(Gen.Choose(-1000, 1000), Gen.Choose(-999_999_998, 999_999_998))
        from fraction in Gen.Choose(0, (int)Math.Pow(10, decimals) - 1)
        select whole + new decimal(fraction, 0, 0, false, (byte)decimals);

    private static Gen<decimal> Percentage(int decimals) => Amount(decimals).Select(value => Math.Abs(value) % 100);

    private static Gen<DateOnly> Day() =>
        Gen.Choose(new DateOnly(1980, 1, 1).DayNumber, new DateOnly(2049, 12, 31).DayNumber).Select(DateOnly.FromDayNumber);

    public static Gen<DateTimeOffset> Instant() =>
        from day in Day()
        from millisecond in Gen.Choose(0, 86_399_999)
        from minutes in Gen.Choose(-14 * 60, 14 * 60)
        select new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue).AddMilliseconds(millisecond), TimeSpan.FromMinutes(minutes));

    private static Gen<T?> Optional<T>(Gen<T> gen)
        where T : struct => Gen.OneOf(Gen.Constant<T?>(null), gen.Select(value => (T?)value));

    private static Gen<string?> Optional(Gen<string> gen) => Gen.OneOf(Gen.Constant<string?>(null), gen.Select(value => (string?)value));

    private static Gen<AddressDetails?> Optional(Gen<AddressDetails> gen) =>
        Gen.OneOf(Gen.Constant<AddressDetails?>(null), gen.Select(value => (AddressDetails?)value));
}
