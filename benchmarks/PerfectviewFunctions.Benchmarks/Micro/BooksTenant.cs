using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Benchmarks.Micro;

/// <summary>A tenant that books every line of an invoice as a line of its own, the most work there is.</summary>
internal static class BooksTenant
{
    public static Tenant Create() => new(
        TenantId.Parse("demo"),
        TenantState.Linked,
        new AdministrationKey("administration"),
        new TenantSettings { BookingsOn = true, Grouping = LineGrouping.PerLine },
        new VatMapping(new Dictionary<string, VatMappingRow>(StringComparer.Ordinal) { [VatCategory.High] = new("HOOG_VERK_21", "8000") }));
}
