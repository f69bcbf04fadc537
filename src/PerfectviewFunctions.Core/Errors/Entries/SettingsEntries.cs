namespace PerfectviewFunctions.Core.Errors.Entries;

/// <summary>Why the tenant's own settings leave an invoice out.</summary>
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
                "The invoice stays visible. To book it: switch on creating bookings under Instellingen and offer the invoice again."),
            new(ReasonCode.BeforeStartDate, ErrorClass.Information,
                "De factuurdatum {date} ligt voor de startdatum {start} van de koppeling. Deze factuur is niet geboekt.",
                "The invoice date {date} is before the link's start date {start}. This invoice was not booked.",
                "De factuur blijft zichtbaar. Wilt u haar boeken: kies bij Instellingen een eerdere startdatum en bied de factuur opnieuw "
                + "aan.",
                "The invoice stays visible. To book it: choose an earlier start date under Instellingen and offer the invoice again."),
        ]);
}
