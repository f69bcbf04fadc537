using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.Core.Relations.Cards;

/// <summary>An address as people write it on one line: "Keizersgracht 12 bis, 1015 AA Amsterdam, Nederland".</summary>
internal static class AddressLine
{
    public static string Of(AddressDetails address) =>
        Of(StreetOf(address), address.PostalCode, address.City, address.Country);

    public static string Of(DebtorAddress address) => Of(address.Street, address.PostalCode, address.City, address.Country);

    /// <summary>Street, number and suffix, which are one text in the books.</summary>
    public static string StreetOf(AddressDetails address) => Words.Join(address.Street, address.StreetNumber, address.StreetSuffix);

    private static string Of(string? street, string? postalCode, string? city, string? country) =>
        string.Join(", ", new[] { Words.Join(street), Words.Join(postalCode, city), Words.Join(country) }.Where(part => part.Length > 0));
}
