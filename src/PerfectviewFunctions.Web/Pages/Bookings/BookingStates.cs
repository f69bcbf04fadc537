using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Web.Pages.Layout;

namespace PerfectviewFunctions.Web.Pages.Bookings;

/// <summary>What a bookkeeper tells invoices apart by; the names stand in addresses.</summary>
public enum BookingGroup
{
    All,
    Booked,
    Waiting,
    ActionNeeded,
    LeftOut,
}

/// <summary>The states of an invoice as the pages show them.</summary>
internal static class BookingStates
{
    private static readonly Dictionary<string, BookingGroup> ByWord = new(StringComparer.Ordinal)
    {
        ["geboekt"] = BookingGroup.Booked,
        ["wacht"] = BookingGroup.Waiting,
        ["actie"] = BookingGroup.ActionNeeded,
        ["overgeslagen"] = BookingGroup.LeftOut,
    };

    /// <summary>The group by its word in an address; all of them for any other word.</summary>
    public static BookingGroup GroupOf(string? word) => ByWord.GetValueOrDefault(word ?? "", BookingGroup.All);

    /// <summary>The word of a group in an address; empty for all.</summary>
    public static string WordOf(BookingGroup group) => ByWord.FirstOrDefault(word => word.Value == group).Key ?? "";

    public static BookingGroup GroupOf(InvoiceState state) => state switch
    {
        InvoiceState.Booked => BookingGroup.Booked,
        InvoiceState.NeedsAttention => BookingGroup.ActionNeeded,
        InvoiceState.Ignored => BookingGroup.LeftOut,
        _ => BookingGroup.Waiting,
    };

    public static Tone ToneOf(InvoiceState state) => state switch
    {
        InvoiceState.Booked => Tone.Good,
        InvoiceState.NeedsAttention => Tone.Bad,
        InvoiceState.Ignored => Tone.Quiet,
        InvoiceState.Uncertain => Tone.Warn,
        _ => Tone.Busy,
    };

    public static Tone ToneOf(TrailKind kind) => kind switch
    {
        TrailKind.Booked or TrailKind.Found => Tone.Good,
        TrailKind.Refused or TrailKind.HeldBack => Tone.Bad,
        TrailKind.Failed or TrailKind.Unclear or TrailKind.OtherEvent => Tone.Warn,
        TrailKind.LeftOut or TrailKind.Ignored or TrailKind.Replaced or TrailKind.Received or TrailKind.Other => Tone.Quiet,
        _ => Tone.Busy,
    };
}
