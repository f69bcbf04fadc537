namespace PerfectviewFunctions.Core.Errors.Entries;

/// <summary>
/// The API token and its sessions (OpenAPI description of the REST API): what is refused pauses the whole connection, but for what one call alone is refused for.
/// </summary>
internal static class RestConnectionEntries
{
    private const string NewTokenNl =
        "Maak in e-Boekhouden bij Beheer > Inrichting > Koppelingen een nieuw API-token, vul het in bij Instellingen en kies Testen.";

    private const string NewTokenEn = "Make a new API token in e-Boekhouden under Beheer > Inrichting > Koppelingen, enter it under Settings and choose Test.";
    private const string AccessNl =
        "Herstel de toegang in e-Boekhouden, of vul bij Instellingen een API-token in dat toegang heeft, en kies Testen.";

    private const string AccessEn = "Restore the access in e-Boekhouden, or enter an API token that has access under Settings, and choose Test.";
    private const string PassOnNl = "Geef de code door aan uw beheerder. Uw facturen wachten en raken niet kwijt.";
    private const string PassOnEn = "Pass the code on to your administrator. Your invoices wait and are not lost.";
    private const string PlanNl = "Breid in e-Boekhouden het pakket uit en probeer het opnieuw.";
    private const string PlanEn = "Extend the plan in e-Boekhouden and try again.";

    public static ErrorTheme Theme { get; } = new(
        "rest-connection", "De verbinding met een API-token", "The connection by API token",
        [
            Paused("API_SESSION_001", "De koppeling noemde haar naam niet bij het aanmelden.", "The link did not give its name when it signed in.", PassOnNl, PassOnEn),
            Paused("API_SESSION_002",
                "e-Boekhouden neemt de naam waarmee de koppeling zich aanmeldt niet aan.",
                "e-Boekhouden does not take the name under which the link signs in.",
                PassOnNl, PassOnEn),
            Paused("API_SESSION_003", "Het API-token ontbreekt of is leeg.", "The API token is missing or empty.", NewTokenNl, NewTokenEn),
            Paused("API_SESSION_004", "Het API-token is verlopen.", "The API token has expired.", NewTokenNl, NewTokenEn),
            Paused("SECURITY_001",
                "Het API-token geeft in e-Boekhouden geen recht op deze gegevens.",
                "The API token gives no right to these data in e-Boekhouden.",
                AccessNl, AccessEn),
            Paused("SECURITY_002",
                "Bij het API-token is in e-Boekhouden geen administratie geopend.", "The API token has no administration open in e-Boekhouden.", NewTokenNl, NewTokenEn),
            Paused("SECURITY_003",
                "Het API-token geeft geen toegang tot de administratie.", "The API token gives no access to the administration.", AccessNl, AccessEn),
            Paused("SECURITY_004",
                "De administratie is in e-Boekhouden nog niet geactiveerd.",
                "The administration is not activated in e-Boekhouden yet.",
                "Activeer de administratie in e-Boekhouden en kies bij Instellingen Testen.",
                "Activate the administration in e-Boekhouden and choose Test under Settings."),
            Paused("SECURITY_005",
                "e-Boekhouden heeft de administratie gesloten omdat een rekening niet is betaald.",
                "e-Boekhouden closed the administration because a bill of its own was not paid.",
                "Betaal de openstaande rekening aan e-Boekhouden en kies daarna bij Instellingen Testen.",
                "Pay the open bill to e-Boekhouden and then choose Test under Settings."),
            Paused("SECURITY_006",
                "De administratie is in e-Boekhouden nu niet toegankelijk.", "The administration is not accessible in e-Boekhouden now.", AccessNl, AccessEn),
            Paused("SECURITY_009",
                "De toegang van klanten tot deze administratie staat in e-Boekhouden uit.",
                "Access of customers to this administration is switched off in e-Boekhouden.",
                AccessNl, AccessEn),
            new("SECURITY_010", ErrorClass.Session,
                "De aanmelding van de koppeling bij e-Boekhouden geldt niet meer.", "The link's session with e-Boekhouden is no longer valid.",
                "U hoeft niets te doen: de koppeling meldt zich opnieuw aan en herhaalt de opdracht.",
                "Nothing to do: the link signs in again and repeats the call."),
            Paused("SECURITY_011",
                "De administratie hoort bij een ander adres van e-Boekhouden.", "The administration belongs to another address of e-Boekhouden.", PassOnNl, PassOnEn),
            Paused("SECURITY_999", "e-Boekhouden herkent het API-token niet.", "e-Boekhouden does not recognise the API token.", NewTokenNl, NewTokenEn),
            .. RestTwins.Each(["MODULE_001", "MODULE_002"], Held(
                "De proefperiode van e-Boekhouden laat niet meer toe.", "The trial of e-Boekhouden allows no more.", PlanNl, PlanEn)),
            .. RestTwins.Each(["PAKKET_001", "PAKKET_002"], Held(
                "Het pakket bij e-Boekhouden laat dit niet, of niet vaker, toe.", "The plan at e-Boekhouden does not allow this, or not more of it.", PlanNl, PlanEn)),
        ]);

    private static ErrorEntry Paused(string code, string nl, string en, string actionNl, string actionEn) =>
        new(code, ErrorClass.Connection, nl, en, actionNl, actionEn);

    private static ErrorEntry Held(string nl, string en, string actionNl, string actionEn) => new("", ErrorClass.Permanent, nl, en, actionNl, actionEn);
}
