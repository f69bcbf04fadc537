using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Facts;
using PerfectviewFunctions.Perfectview.Fields;

namespace PerfectviewFunctions.Perfectview.Events;

/// <summary>One field of <c>/data/relation</c>.</summary>
/// <param name="Read">Gives the debtor with what stands in the field, or null where nothing does or what is there is a fault.</param>
internal sealed record DebtorField(RelationField Field, string Name, Func<JsonFields, DebtorDetails, Need, DebtorDetails> Read)
{
    public static DebtorField Text(RelationField field, string name, TextRule rule, Func<DebtorDetails, string?, DebtorDetails> set) =>
        new(field, name, (fields, debtor, need) => set(debtor, need switch
        {
            Need.Required => fields.Text(name, rule, required: true),
            Need.NeverCleared when fields.Mentions(name) => fields.Text(name, rule.NeverCleared, required: true),
            _ => fields.Text(name, rule),
        }));

    public static DebtorField Address(RelationField field, string name, Func<DebtorDetails, AddressDetails?, DebtorDetails> set) =>
        new(field, name, (fields, debtor, _) => set(debtor, ReadAddress(fields, name)));

    /// <summary>An address without any part is none.</summary>
    private static AddressDetails? ReadAddress(JsonFields fields, string name)
    {
        if (fields.Object(name) is not { } address)
        {
            return null;
        }

        var details = new AddressDetails(
            address.Text("street", Texts.AddressPart),
            address.Text("streetNumber", Texts.AddressPart),
            address.Text("streetSuffix", Texts.AddressPart),
            address.Text("postalCode", Texts.AddressPart),
            address.Text("city", Texts.AddressPart),
            address.Text("country", Texts.AddressPart));
        return details == new AddressDetails(null, null, null, null, null, null) ? null : details;
    }
}

/// <summary>How much a field is needed.</summary>
internal enum Need
{
    Optional,

    Required,

    /// <summary>It may be left out, but not be null or blank.</summary>
    NeverCleared,
}
