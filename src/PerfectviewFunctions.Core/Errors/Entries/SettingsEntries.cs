namespace PerfectviewFunctions.Core.Errors.Entries;

/// <summary>Why the tenant's own settings leave an invoice out, and why a change of them was not saved.</summary>
internal static class SettingsEntries
{
    public static ErrorTheme Theme { get; } = new(
        "settings", "Instellingen van de koppeling", "Settings of the link",
        [
            new(ReasonCode.BookingsSwitchedOff, ErrorClass.Information,
                "Boekingen aanmaken staat uit. Deze factuur is niet geboekt.",
                "Creating bookings is switched off. This invoice was not booked.",
                "De factuur blijft zichtbaar. Wilt u haar boeken: zet bij Instellingen boekingen aanmaken aan en bied de factuur opnieuw "
                + "aan.",
                "The invoice stays visible. To book it: switch on creating bookings under Settings and offer the invoice again."),
            new(ReasonCode.BeforeStartDate, ErrorClass.Information,
                "De factuurdatum {date} ligt voor de startdatum {start} van de koppeling. Deze factuur is niet geboekt.",
                "The invoice date {date} is before the link's start date {start}. This invoice was not booked.",
                "De factuur blijft zichtbaar. Wilt u haar boeken: kies bij Instellingen een eerdere startdatum en bied de factuur opnieuw "
                + "aan.",
                "The invoice stays visible. To book it: choose an earlier start date under Settings and offer the invoice again."),
            new(ReasonCode.ChangedMeanwhile, ErrorClass.Permanent,
                "Dit is intussen gewijzigd door {by}, op {at}. Er is niets opgeslagen.",
                "This was changed in the meantime by {by}, on {at}. Nothing was saved.",
                "Bekijk wat er nu staat, breng uw wijziging daarin opnieuw aan en sla op.",
                "Look at what it is now, make your change in that again and save."),
            new(ReasonCode.VersionMissing, ErrorClass.Permanent,
                "De wijziging zegt niet op welke versie zij gebaseerd is. Er is niets opgeslagen, zodat niemand iets overschrijft dat hij niet "
                + "gezien heeft.",
                "The change does not say which version it is based on. Nothing was saved, so that nobody overwrites what he has not seen.",
                "Vraag de gegevens opnieuw op en stuur de wijziging met precies de versie die daarbij staat.",
                "Read it again and send the change with exactly the version that came with it: the header If-Match with the ETag, such as \"7\"."),
            new(ReasonCode.AccountsNotRead, ErrorClass.Permanent,
                "De grootboekrekeningen konden niet uit e-Boekhouden gelezen worden ({code}). Er is niets opgeslagen.",
                "The ledger accounts could not be read from e-Boekhouden ({code}). Nothing was saved.",
                "Probeer het over een minuut opnieuw. Blijft het zo, kies dan bij Instellingen Testen: daar staat wat er aan de hand is.",
                "Try again in a minute. If it stays like this, choose Test under Settings: that says what is the matter."),
        ]);
}
