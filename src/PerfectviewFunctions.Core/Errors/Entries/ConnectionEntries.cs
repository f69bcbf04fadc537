namespace PerfectviewFunctions.Core.Errors.Entries;

/// <summary>The credentials: what is refused pauses the whole connection.</summary>
internal static class ConnectionEntries
{
    public static ErrorTheme Theme { get; } = new(
        "connection", "De verbinding met e-Boekhouden", "The connection to e-Boekhouden",
        [
            new(ReasonCode.NotLinked, ErrorClass.Connection,
                "De koppeling met e-Boekhouden is nog niet ingesteld of is verbroken.",
                "The link to e-Boekhouden has not been set up yet, or was ended.",
                "Vul bij Instellingen het API-token in, of de gebruikersnaam en beveiligingscode 1 en 2, en kies Testen.",
                "Enter the API token, or the user name and security codes 1 and 2, under Settings and choose Test."),
            new(ReasonCode.ConnectionPaused, ErrorClass.Connection,
                "De koppeling staat stil, omdat e-Boekhouden de inloggegevens weigerde ({code}). Uw facturen wachten en raken niet kwijt.",
                "The link is paused, because e-Boekhouden refused the credentials ({code}). Your invoices wait and are not lost.",
                "Controleer bij Instellingen de inloggegevens en kies Testen. Daarna gaat alles vanzelf verder.",
                "Check the credentials under Settings and choose Test. Then everything goes on by itself."),
            new("E0011", ErrorClass.Connection,
                "e-Boekhouden herkent de gebruikersnaam of beveiligingscode 1 niet. Na een nieuw wachtwoord is ook beveiligingscode 1 "
                + "nieuw.",
                "e-Boekhouden does not recognise the user name or security code 1. After a new password security code 1 is new too.",
                "Neem de gegevens in e-Boekhouden over bij Beheer > Inrichting > Instellingen > API/SOAP, vul ze in bij Instellingen en "
                + "kies Testen.",
                "Copy the details in e-Boekhouden from Beheer > Inrichting > Instellingen > API/SOAP, enter them under Settings and "
                + "choose Test."),
            new("E0012", ErrorClass.Connection,
                "e-Boekhouden vindt bij deze gegevens geen administratie.",
                "e-Boekhouden finds no administration for these credentials.",
                "Controleer in e-Boekhouden of de administratie nog bestaat, vul bij Instellingen haar beveiligingscode 2 in en kies "
                + "Testen.",
                "Check in e-Boekhouden that the administration still exists, enter its security code 2 under Settings and choose "
                + "Test."),
            new("E0013", ErrorClass.Connection,
                "Beveiligingscode 2 is niet juist.",
                "Security code 2 is not correct.",
                "Neem beveiligingscode 2 in e-Boekhouden over bij Beheer > Inrichting > Instellingen > API/SOAP, vul haar in bij "
                + "Instellingen en kies Testen.",
                "Copy security code 2 in e-Boekhouden from Beheer > Inrichting > Instellingen > API/SOAP, enter it under Settings and "
                + "choose Test."),
            new("E0015", ErrorClass.Connection,
                "De gebruiker mag deze administratie in e-Boekhouden niet gebruiken.",
                "The user has no permission for this administration in e-Boekhouden.",
                "Geef de gebruiker in e-Boekhouden toegang, of vul bij Instellingen de gegevens in van een gebruiker die toegang heeft, en "
                + "kies Testen.",
                "Give the user access in e-Boekhouden, or enter the details of a user who has access under Settings, and choose "
                + "Test."),
            new("E0017", ErrorClass.Transient,
                "e-Boekhouden kon de inloggegevens op dit moment niet controleren.",
                "e-Boekhouden could not verify the credentials at this moment.",
                "U hoeft niets te doen: de koppeling probeert het vanzelf opnieuw.",
                "Nothing to do: the link tries again by itself."),
        ]);
}
