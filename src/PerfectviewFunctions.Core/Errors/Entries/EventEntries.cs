namespace PerfectviewFunctions.Core.Errors.Entries;

/// <summary>What Perfectview sent, and what was sent before.</summary>
internal static class EventEntries
{
    public static ErrorTheme Theme { get; } = new(
        "events", "Berichten van Perfectview", "Events from Perfectview",
        [
            new(ReasonCode.EventRefused, ErrorClass.Permanent,
                "Het bericht van Perfectview is niet volledig of niet juist. Aantal fouten: {count}. De eerste: \"{first}\".",
                "The event from Perfectview is incomplete or incorrect. Number of faults: {count}. The first: \"{first}\".",
                "Vul in Perfectview aan wat ontbreekt en verstuur de factuur of de relatie opnieuw.",
                "Complete in Perfectview what is missing and send the invoice or the relation again."),
            new(ReasonCode.EventIdUsedAgain, ErrorClass.Permanent,
                "Perfectview stuurde een ander bericht onder het kenmerk {event}, dat al eerder is gebruikt. Het nieuwe bericht is niet "
                + "verwerkt.",
                "Perfectview sent a different event under the id {event}, which was used before. The new event was not processed.",
                "Verstuur de factuur of de relatie opnieuw vanuit Perfectview. Ziet u deze melding weer, meld het dan bij uw beheerder.",
                "Send the invoice or the relation again from Perfectview. If you see this message again, report it to your administrator."),
            new(ReasonCode.ReplacedByNewer, ErrorClass.Information,
                "Dit bericht is vervangen door een nieuwere versie van dezelfde factuur (bericht {event}).",
                "This event has been replaced by a newer version of the same invoice (event {event}).",
                "U hoeft niets te doen: de nieuwste versie wordt geboekt.",
                "Nothing to do: the newest version is the one that is booked."),
            new(ReasonCode.AlreadyBooked, ErrorClass.Information,
                "Deze factuur was al geboekt, als mutatie {mutation}. Perfectview stuurde haar nog een keer, zonder wijzigingen.",
                "This invoice was booked already, as mutation {mutation}. Perfectview sent it once more, unchanged.",
                "U hoeft niets te doen: de factuur wordt niet nog een keer geboekt.",
                "Nothing to do: the invoice is not booked again."),
            new(ReasonCode.ChangedAfterBooking, ErrorClass.Permanent,
                "De factuur is in Perfectview gewijzigd nadat ze was geboekt als mutatie {mutation}. Verschil: {differences}. De koppeling "
                + "kan een boeking niet wijzigen.",
                "The invoice was changed in Perfectview after it had been booked as mutation {mutation}. Difference: {differences}. The "
                + "link cannot change a booking.",
                "Pas mutatie {mutation} met de hand aan in e-Boekhouden, of maak in Perfectview een creditfactuur en een nieuwe factuur.",
                "Correct mutation {mutation} by hand in e-Boekhouden, or make a credit invoice and a new invoice in Perfectview."),
            new(ReasonCode.SetAsideByPerson, ErrorClass.Permanent,
                "Perfectview stuurde deze factuur opnieuw, nadat iemand bij de factuur Negeren had gekozen terwijl ze in e-Boekhouden kan "
                + "staan. Er is niets geboekt.",
                "Perfectview sent this invoice again, after somebody had chosen Ignore for it while it may stand in e-Boekhouden. Nothing "
                + "was booked.",
                "Kijk in e-Boekhouden of de factuur er staat en klopt, en kies dan Negeren bij dit bericht. Moet ze alsnog worden geboekt, "
                + "kies dan bij de factuur Opnieuw proberen: de koppeling zoekt haar eerst op.",
                "Look in e-Boekhouden whether the invoice is there and right, and then choose Ignore for this event. If it has to be "
                + "booked after all, choose Retry for the invoice: the link looks it up first."),
            new(ReasonCode.TooManyPending, ErrorClass.Information,
                "Er wachten al {waiting} berichten van deze koppeling. Zolang dat er zo veel zijn, neemt zij geen nieuwe aan; van dit verzoek is niets "
                + "opgeslagen.",
                "Already {waiting} events of this link wait. While there are so many it takes in no new ones; nothing of this request was stored.",
                "Stuur het later opnieuw, zoals Perfectview vanzelf doet. Blijft dit zo, kijk dan of de koppeling stilstaat of e-Boekhouden niet bereikbaar "
                + "is. De beheerder kan de grens verhogen met de instelling {setting}.",
                "Send it again later, as Perfectview does by itself. If this goes on, look whether the link is paused or e-Boekhouden can't be reached. The "
                + "operator can raise the limit by the setting {setting}."),
        ]);
}
