using System.Text.Json;
using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Core.Telemetry;

/// <summary>The values of dimensions. There are only so many of each, whatever senders and services say.</summary>
internal static class Words
{
    /// <summary>There is no code, since all went well.</summary>
    public const string None = "none";

    public const string Unknown = "unknown";

    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    /// <summary>A code that is in the error table, as it stands there.</summary>
    public static string OfCode(string? code) => code is null ? None : ErrorTable.Find(code)?.Code ?? Unknown;

    /// <summary>A type of event that the contract knows.</summary>
    public static string OfType(string? type) => type is
        "invoice.sent" or "invoice.credited" or "relation.created" or "relation.updated" or "relation.deleted" ? type : Unknown;
}

public enum GateRefusal
{
    WrongKey,
    WrongSignature,
    TooMany,
}

internal enum BookedHow
{
    /// <summary>By the answer to the booking.</summary>
    Sent,

    /// <summary>Found in the books, after nobody knew.</summary>
    Adopted,
}

internal enum HeldSubject
{
    Invoice,
    Relation,
    Event,
}

internal enum LeaseKind
{
    Work,
    Payments,
}

internal enum LookupPurpose
{
    Booking,
    Payment,
    Comparison,
}

internal enum CallbackEnd
{
    Delivered,
    Failed,
    GivenUp,
}
