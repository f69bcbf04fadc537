using PerfectviewFunctions.Core.Attention;
using PerfectviewFunctions.Core.Errors;

namespace PerfectviewFunctions.Web.Endpoints.Relations;

/// <summary>Which relation in the books it is: one of those found, by its code, or a new one.</summary>
internal sealed record DebtorChoiceBody
{
    private const int LongestCode = 15;

    public string? Code { get; init; }

    public bool? Create { get; init; }

    public IReadOnlyList<FieldFault> Faults()
    {
        if ((Code is null) == (Create != true))
        {
            return
            [
                new(
                    "/code",
                    "Geef óf de code (code) van een van de gevonden relaties óf \"create\": true voor een nieuwe.",
                    "Give either the code of one of the relations found, or \"create\": true for a new one."),
            ];
        }

        return Code is null || (Code.Trim().Length is >= 1 and <= LongestCode && !Code.Any(char.IsControl))
            ? []
            : [new("/code", $"Een relatiecode heeft 1 tot {LongestCode} tekens.", $"A relation code has 1 to {LongestCode} characters.")];
    }

    /// <summary>Only where there are no faults.</summary>
    public DebtorChoice ToChoice() => Code is { } code ? new DebtorChoice.Candidate(code) : new DebtorChoice.New();
}
