using PerfectviewFunctions.Core.Invoices;

namespace PerfectviewFunctions.Web.Answers;

/// <summary>What happened to an invoice, oldest first.</summary>
/// <param name="LeftOut">How many entries behind the first ones are not kept; absent for none.</param>
internal sealed record TrailAnswer(IReadOnlyList<TrailEntryAnswer> Entries, int? LeftOut)
{
    public static TrailAnswer Of(InvoiceTrail trail) =>
        new([.. trail.Entries.Select(TrailEntryAnswer.Of)], trail.LeftOut > 0 ? trail.LeftOut : null);
}

/// <param name="What">received, sent, refused, booked ….</param>
/// <param name="At">When; the first time, if it happened more than once in a row.</param>
/// <param name="Count">How often in a row.</param>
internal sealed record TrailEntryAnswer(string What, DateTimeOffset At, int Count)
{
    /// <summary>The last time, if it happened more than once.</summary>
    public DateTimeOffset? LastAt { get; init; }

    public ReasonAnswer? Reason { get; init; }

    /// <summary>The person who did it.</summary>
    public string? By { get; init; }

    /// <summary>When it was to be tried next.</summary>
    public DateTimeOffset? NextAt { get; init; }

    public long? MutationNumber { get; init; }

    public static TrailEntryAnswer Of(TrailEntry entry) => new(AnswerJson.Word(entry.Kind), entry.At, entry.Count)
    {
        LastAt = entry.LastAt,
        Reason = ReasonAnswer.Of(entry.Reason),
        By = entry.By,
        NextAt = entry.NextAt,
        MutationNumber = entry.Mutation,
    };
}
