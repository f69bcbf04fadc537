using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Endpoints.Attention;

/// <summary>Which invoices are to be tried again: some by number, or all that are held back for one cause.</summary>
internal sealed record RetryBody
{
    private const int MostNumbers = 100;
    private const int LongestNumber = 50;
    private const int LongestCause = 100;

    public IReadOnlyList<string>? Numbers { get; init; }

    public string? Cause { get; init; }

    /// <summary>Whether only to count them.</summary>
    public bool? Preview { get; init; }

    public IReadOnlyList<FieldFault> Faults()
    {
        if ((Numbers is null) == (Cause is null))
        {
            return [new("/numbers", "Geef óf factuurnummers (numbers) óf een oorzaak (cause).", "Give either invoice numbers or a cause.")];
        }

        if (Cause is not null)
        {
            return Cause.Trim().Length is >= 1 and <= LongestCause
                ? []
                : [new("/cause", "Geef de code van een oorzaak.", "Give the code of a cause.")];
        }

        if (Numbers!.Count is 0 or > MostNumbers)
        {
            return [new("/numbers", $"Geef 1 tot {MostNumbers} factuurnummers.", $"Give 1 to {MostNumbers} invoice numbers.")];
        }

        return
        [
            .. Numbers.Index().Where(number => number.Item is not { Length: >= 1 and <= LongestNumber }).Select(number => new FieldFault(
                FormattableString.Invariant($"/numbers/{number.Index}"),
                $"Een factuurnummer heeft 1 tot {LongestNumber} tekens.",
                $"An invoice number has 1 to {LongestNumber} characters.")),
        ];
    }
}

/// <param name="Matched">How many invoices were meant.</param>
/// <param name="Left">How many of them are for a next call; absent for none.</param>
internal sealed record RetryAnswer(int Matched, IReadOnlyList<RetriedAnswer> Results, int? Left);

/// <param name="Outcome">retried, refused or not-found.</param>
/// <param name="State">What it is now.</param>
/// <param name="Reason">Why it is so, or why it can't be tried again.</param>
internal sealed record RetriedAnswer(string Number, string Outcome, string? State, long? MutationNumber, ReasonAnswer? Reason)
{
    public static RetriedAnswer Of(RetryResult result) => result.Became switch
    {
        ActionResult.Done { Invoice: var invoice } => new(
            result.Number, "retried", AnswerJson.Word(invoice.State), invoice.MutationNumber, ReasonAnswer.Of(invoice.Reason)),
        ActionResult.Refused refused => new(result.Number, "refused", null, null, ReasonAnswer.Of(refused.Reason)),
        _ => new(result.Number, "not-found", null, null, null),
    };
}
