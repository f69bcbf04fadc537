using System.Text.RegularExpressions;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Mapping;

/// <summary>What a tenant's settings make of an invoice, before anybody asks the books.</summary>
public abstract partial record BookingPlan
{
    private const int NumberLength = 50;

    private BookingPlan()
    {
    }

    /// <summary>It can be booked; only the debtor's code is missing.</summary>
    public sealed record Ready(InvoiceFacts Facts, Func<string, Booking> WithDebtor) : BookingPlan
    {
        /// <summary>The description as it would be without a limit; null where nothing of it is cut.</summary>
        public string? UncutDescription { get; init; }
    }

    /// <summary>It need not be booked.</summary>
    public sealed record Ignored(Reason Reason) : BookingPlan;

    /// <summary>A person has to repair something first.</summary>
    public sealed record HeldBack(Reason Reason) : BookingPlan;

    public static BookingPlan Make(InvoiceDocument invoice, Tenant tenant)
    {
        var (settings, limits) = (tenant.Settings, BookingLimits.Of(tenant.Api));
        if (!settings.BookingsOn)
        {
            return new Ignored(Reason.Of(ReasonCode.BookingsSwitchedOff));
        }

        if (settings.BookingsFrom is { } start && invoice.Date < start)
        {
            return new Ignored(Reason.Of(ReasonCode.BeforeStartDate, ("date", Text(invoice.Date)), ("start", Text(start))));
        }

        var number = settings.NumberPrefix + invoice.Number;
        if (number.Length > NumberLength)
        {
            return new HeldBack(Reason.Of(ReasonCode.NumberTooLong, ("number", number), ("limit", "50")));
        }

        var description = Describe(invoice, settings);
        var cut = Words.Cut(description, limits.DescriptionLength);
        return BookingLines.Make(invoice, tenant.Mapping, settings.InclusiveRounding, limits, settings.Grouping) switch
        {
            MappingResult.Mapped mapped => new Ready(
                new InvoiceFacts(invoice.Date, invoice.Currency, invoice.Debtor.Id, mapped.Groups),
                debtorCode => new Booking(
                    number,
                    debtorCode,
                    invoice.Date,
                    settings.DebtorAccount,
                    cut,
                    Term(invoice, settings),
                    invoice.Number,
                    mapped.Lines))
            {
                UncutDescription = cut == description ? null : description,
            },
            MappingResult.NothingToBook nothing => new Ignored(nothing.Reason),
            MappingResult.HeldBack held => new HeldBack(held.Reason),
            _ => throw new InvalidOperationException("A mapping result of an unknown kind."),
        };
    }

    private static string Describe(InvoiceDocument invoice, TenantSettings settings)
    {
        // In one pass: braces in an invoice's own texts are its own.
        var text = Placeholder().Replace(settings.Description, place => place.Value switch
        {
            "{number}" => invoice.Number,
            "{debtor}" => DebtorName.Of(invoice.Debtor, settings.PersonNames),
            _ => invoice.Reference ?? "",
        });
        var words = Words.Join(text);
        return words.Length > 0 ? words : invoice.Number;
    }

    private static int Term(InvoiceDocument invoice, TenantSettings settings) =>
        invoice.PaymentTermDays
            ?? (invoice.DueDate is { } due ? Math.Clamp(due.DayNumber - invoice.Date.DayNumber, 0, 9999) : settings.PaymentTermDays);

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\{(number|debtor|reference)\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Placeholder();
}
