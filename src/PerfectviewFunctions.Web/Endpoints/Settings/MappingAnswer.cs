using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Settings;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Endpoints.Settings;

/// <summary>A tenant's VAT mapping: a row per category, what has no choice yet first.</summary>
internal sealed record MappingAnswer(IReadOnlyList<MappingRowAnswer> Rows)
{
    public long? Version { get; init; }

    public DateTimeOffset? ChangedAt { get; init; }

    public string? ChangedBy { get; init; }

    /// <summary>After a change: the invoices that were held back for want of it.</summary>
    public IReadOnlyList<UnblockedAnswer>? Unblocks { get; init; }

    /// <summary>How many of them were offered again, where that was asked.</summary>
    public int? Retried { get; init; }

    public static MappingAnswer Of(Tenant tenant) => Of(tenant.Mapping) with
    {
        Version = tenant.MappingMark.Version, ChangedAt = tenant.MappingMark.At, ChangedBy = tenant.MappingMark.By,
    };

    public static MappingAnswer Of(MappingSaved.Saved saved) => Of(saved.Tenant) with
    {
        Unblocks = [.. saved.Unblocks.Select(invoice => new UnblockedAnswer(invoice.Number, ReasonAnswer.Of(invoice.Was)!))],
        Retried = saved.Retried,
    };

    /// <summary>A mapping that nobody saved, and so has no version.</summary>
    public static MappingAnswer Of(IReadOnlyList<MappingChoice> choices) => new([.. choices.Select(choice =>
        new MappingRowAnswer(choice.Category, VatCategory.Label(choice.Category)) { VatCode = choice.VatCode, Account = choice.Account })]);

    private static MappingAnswer Of(VatMapping mapping) => new(
    [
        .. VatCategory.Rows
            .Select(category => mapping.Rows.TryGetValue(category, out var row)
                ? new MappingRowAnswer(category, VatCategory.Label(category)) { VatCode = row.VatCode, Account = row.Account }
                : new MappingRowAnswer(category, VatCategory.Label(category)) { SuggestedVatCode = VatCodes.Suggested.GetValueOrDefault(category) })
            .OrderBy(row => row.VatCode is not null),
    ]);
}

/// <param name="Label">The category in the bookkeeper's words.</param>
internal sealed record MappingRowAnswer(string Category, string Label)
{
    public string? VatCode { get; init; }

    public string? Account { get; init; }

    /// <summary>For a row without a choice; never applied unasked.</summary>
    public string? SuggestedVatCode { get; init; }
}

/// <param name="Reason">Why it was held back.</param>
internal sealed record UnblockedAnswer(string Number, ReasonAnswer Reason);
