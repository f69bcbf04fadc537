using PerfectviewFunctions.Core.Diagnosis.Comparing;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Diagnosis;

/// <summary>Looks at one tenant and says what is wrong with it and what to do.</summary>
public sealed class Diagnoses
{
    /// <summary>The days that are compared with the books where nobody says how many.</summary>
    public const int UsualDays = 35;

    /// <summary>The most that are.</summary>
    public const int MostDays = 400;

    private readonly TenantPictures pictures;
    private readonly BooksComparison comparison;

    internal Diagnoses(TenantPictures pictures, BooksComparison comparison) => (this.pictures, this.comparison) = (pictures, comparison);

    /// <param name="days">How many days up to today are compared with the books, which costs look-ups; null to ask the books nothing.</param>
    public async Task<TenantDiagnosis> OfAsync(Tenant tenant, int? days, CancellationToken cancellationToken)
    {
        var picture = await pictures.OfAsync(tenant, cancellationToken);
        var found = Findings.Of(picture);

        // Without secrets nobody can ask the books, and that is found already.
        var compared = days is { } many && picture.Connection is not null ? await comparison.RunAsync(tenant, many, cancellationToken) : [];
        return new TenantDiagnosis(picture, [.. found.Concat(compared).OrderByDescending(finding => finding.Entry.Severity)]);
    }
}

/// <summary>How a tenant stands, and what that means.</summary>
/// <param name="Findings">The gravest first.</param>
public sealed record TenantDiagnosis(TenantPicture Picture, IReadOnlyList<Finding> Findings)
{
    /// <summary>The gravest of all findings.</summary>
    public Severity Severity => Findings.Select(finding => finding.Entry.Severity).DefaultIfEmpty(Severity.Info).Max();
}
