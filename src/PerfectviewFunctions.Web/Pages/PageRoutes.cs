using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Web.Pages;

/// <summary>
/// The addresses of the pages, behind <c>/koppeling</c>. What belongs to no tenant stands under an underscore, which no tenant's id has. An invoice or
/// a relation is named in the query, where any text can stand.
/// </summary>
public static class PageRoutes
{
    public const string Root = "/koppeling";

    public const string Tenants = "";
    public const string AddTenant = "_/nieuw";
    public const string SignIn = "_/aanmelden";
    public const string SignOut = "_/afmelden";
    public const string Language = "_/taal/{language}";
    public const string Asset = "_/bestand/{name}";

    public const string Overview = "{tenant}";
    public const string Settings = "{tenant}/instellingen";
    public const string Mapping = "{tenant}/btw-en-grootboek";
    public const string Bookings = "{tenant}/boekingen";
    public const string BookingsCsv = "{tenant}/boekingen/csv";
    public const string Booking = "{tenant}/boekingen/factuur";
    public const string RetryBooking = "{tenant}/boekingen/factuur/opnieuw";
    public const string IgnoreBooking = "{tenant}/boekingen/factuur/negeren";
    public const string RetryCause = "{tenant}/boekingen/opnieuw";
    public const string BookingEvents = "{tenant}/boekingen/berichten";
    public const string BookingEvent = "{tenant}/boekingen/bericht";
    public const string IgnoreEvent = "{tenant}/boekingen/bericht/negeren";
    public const string Relations = "{tenant}/relaties";
    public const string Relation = "{tenant}/relaties/relatie";
    public const string RelationChoose = "{tenant}/relaties/kiezen";
    public const string RelationRetry = "{tenant}/relaties/opnieuw";
    public const string RelationSetAside = "{tenant}/relaties/opzij";
    public const string RelationsCreate = "{tenant}/relaties/nieuw";
    public const string Balances = "{tenant}/openstaand";
    public const string Help = "{tenant}/hulp";

    public const string PreviewMapping = "{tenant}/btw-en-grootboek/voorbeeld";
    public const string RetryUnblocked = "{tenant}/btw-en-grootboek/opnieuw";
    public const string BalancesFile = "{tenant}/openstaand/bestand";
    public const string ReadBalances = "{tenant}/openstaand/bijwerken";

    // What the forms of the settings ask for
    public const string ChangeSettings = "{tenant}/instellingen/wijzigen";
    public const string TestConnection = "{tenant}/instellingen/testen";
    public const string SaveCredentials = "{tenant}/instellingen/gegevens";
    public const string Unlink = "{tenant}/instellingen/ontkoppelen";
    public const string MakeWebhookSecret = "{tenant}/instellingen/webhookgeheim";
    public const string MakeReadKey = "{tenant}/instellingen/leessleutel";
    public const string EndReadKey = "{tenant}/instellingen/leessleutel/einde";
    public const string Retire = "{tenant}/instellingen/opheffen";

    /// <summary>The address of a route without a tenant.</summary>
    public static string Of(string route) => route.Length == 0 ? Root : $"{Root}/{route}";

    /// <summary>The address of a tenant's route.</summary>
    public static string Of(string route, TenantId tenant) => Of(route.Replace("{tenant}", tenant.Value, StringComparison.Ordinal));
}
