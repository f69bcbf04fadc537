using System.Text.Json;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Facts;

namespace PerfectviewFunctions.Perfectview.Tests.Events;

/// <summary>The fields of a relation beside its type: in the contract each has the name it has here, in camel case.</summary>
internal static class RelationFieldNames
{
    public static IReadOnlyList<RelationField> All { get; } = [.. Enum.GetValues<RelationField>().Where(field => field != RelationField.Type)];

    public static bool IsAddress(RelationField field) => field.ToString().EndsWith("Address", StringComparison.Ordinal);

    public static string NameOf(RelationField field) => JsonNamingPolicy.CamelCase.ConvertName(field.ToString());

    public static object? ValueOf(RelationField field, DebtorDetails debtor) => typeof(DebtorDetails).GetProperty(field.ToString())!.GetValue(debtor);

    /// <summary>A debtor of which only these fields are known.</summary>
    public static DebtorDetails Only(IReadOnlySet<RelationField> fields, DebtorDetails debtor)
    {
        var only = new DebtorDetails(debtor.Id, debtor.IsPerson && fields.Contains(RelationField.Type));
        foreach (var field in fields.Where(field => field != RelationField.Type))
        {
            typeof(DebtorDetails).GetProperty(field.ToString())!.SetValue(only, ValueOf(field, debtor));
        }

        return only;
    }
}
