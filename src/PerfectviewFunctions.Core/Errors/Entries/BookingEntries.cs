using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.Core.Errors.Entries;

/// <summary>What stands in the books under the invoice's number, and what is not known about it.</summary>
internal static class BookingEntries
{
    public static ErrorTheme Theme { get; } = new(
        "booking", "De boeking", "The booking",
        [
            new(ReasonCode.NumberInUse, ErrorClass.Permanent,
                "In e-Boekhouden staat onder factuurnummer {number} al iets anders dan deze factuur: {found}.",
                "e-Boekhouden already holds something other than this invoice under invoice number {number}: {found}.",
                "Vergelijk de twee. Is het dezelfde factuur, kies dan Negeren; anders geeft u de factuur in Perfectview een ander nummer "
                + "en verstuurt u haar opnieuw.",
                "Compare the two. If it is the same invoice, choose Ignore; otherwise give the invoice another number in Perfectview and "
                + "send it again."),
            new(ReasonCode.NumberUncertainElsewhere, ErrorClass.Permanent,
                "Onder factuurnummer {number} is eerder een andere factuur verstuurd, en het is nog niet zeker of die in e-Boekhouden staat.",
                "Another invoice was sent under invoice number {number} before, and it is not certain yet whether it stands in e-Boekhouden.",
                "Probeer deze factuur opnieuw zodra van die andere zeker is of ze geboekt is, of geef deze koppeling een ander voorvoegsel.",
                "Retry this invoice once it is certain whether the other one was booked, or give this link another prefix."),
            new(ReasonCode.MutationClaimed, ErrorClass.Permanent,
                "De boeking die bij deze factuur lijkt te horen, mutatie {mutation}, hoort al bij factuur {number}.",
                "The booking that seems to belong to this invoice, mutation {mutation}, belongs to invoice {number} already.",
                "Vergelijk beide facturen met mutatie {mutation}. Is deze factuur een dubbele, kies dan Negeren; geef haar anders in "
                + "Perfectview een ander nummer en verstuur haar opnieuw.",
                "Compare both invoices with mutation {mutation}. If this invoice is a double, choose Ignore; otherwise give it another "
                + "number in Perfectview and send it again."),
            new(ReasonCode.BookedCentsApart, ErrorClass.Information,
                "De factuur is geboekt als mutatie {mutation}. e-Boekhouden rekende de btw zelf uit en kwam enkele centen anders uit (bedoeld / geboekt): "
                + "{differences}.",
                "The invoice is booked as mutation {mutation}. e-Boekhouden worked out the VAT itself and came some cents beside it (meant / booked): "
                + "{differences}.",
                "U hoeft niets te doen. Wilt u de centen gelijk hebben, pas dan mutatie {mutation} aan in e-Boekhouden.",
                "Nothing to do. If you want the cents to agree, correct mutation {mutation} in e-Boekhouden."),
            new(ReasonCode.BookedOtherwise, ErrorClass.Permanent,
                "De factuur is geboekt als mutatie {mutation}, maar e-Boekhouden maakte er andere bedragen van (bedoeld / geboekt): {differences}.",
                "The invoice is booked as mutation {mutation}, but e-Boekhouden made other amounts of it (meant / booked): {differences}.",
                "Pas mutatie {mutation} met de hand aan in e-Boekhouden, en kijk of btw-code en tarief in de btw-tabel kloppen. De koppeling boekt de "
                + "factuur niet nog een keer.",
                "Correct mutation {mutation} by hand in e-Boekhouden, and check VAT code and rate in the VAT table. The link does not book the invoice "
                + "again."),
            new(CallFailure.ReverseChargeOff, ErrorClass.Permanent,
                "Verlegde btw wordt bij een koppeling zonder beveiligingscodes nog niet geboekt: dat is niet beproefd en staat uit.",
                "Reverse charge is not booked through an API token yet: it was not tried for this link and is switched off.",
                "Boek de factuur met de hand en kies Negeren, koppel met gebruikersnaam en beveiligingscodes, of vraag de beheerder haar aan te zetten.",
                "Book the invoice by hand and choose Ignore, link with user name and security codes, or ask the operator to switch it on."),
            new(ReasonCode.DescriptionCut, ErrorClass.Information,
                "De omschrijving is ingekort tot {limit} tekens, want meer neemt e-Boekhouden niet aan. Voluit: {text}.",
                "The description was cut to {limit} characters, since e-Boekhouden takes no more. In full: {text}.",
                "U hoeft niets te doen. Een kortere omschrijving stelt u in bij de instellingen.",
                "Nothing to do. A shorter description can be set in the settings."),
            new(ReasonCode.OutcomeUncertain, ErrorClass.Transient,
                "Niet zeker is of de factuur in e-Boekhouden staat: er kwam geen duidelijk antwoord. De koppeling zoekt het na, de "
                + "volgende keer: {until}.",
                "It is not certain whether the invoice stands in e-Boekhouden: no clear answer came. The link looks it up, the next time: "
                + "{until}.",
                "U hoeft niets te doen. Boek de factuur niet zelf: dan kan ze er dubbel in komen.",
                "Nothing to do. Do not book the invoice yourself: it might end up in the books twice."),
            new(ReasonCode.LookedUpAfterRestore, ErrorClass.Transient,
                "De gegevens van de koppeling zijn op {restored} uit een reservekopie teruggezet. Daarom wordt eerst opgezocht of de factuur al in "
                + "e-Boekhouden staat.",
                "The data of the link were restored from a backup on {restored}. Therefore it is first looked up whether the invoice already stands in "
                + "e-Boekhouden.",
                "U hoeft niets te doen. Boek de factuur niet zelf: dan kan ze er dubbel in komen.",
                "Nothing to do. Do not book the invoice yourself: it might end up in the books twice."),
            new(ReasonCode.LookupQuotaUsed, ErrorClass.Transient,
                "Om zeker te zijn moet de factuur in e-Boekhouden worden opgezocht, maar het maandtegoed is op: {used} van {limit} keer.",
                "To be certain the invoice has to be looked up in e-Boekhouden, but the month's allowance is used: {used} of {limit} "
                + "times.",
                "De koppeling gaat vanzelf verder zodra er weer mag worden gezocht, uiterlijk volgende maand. Boek de factuur niet zelf: "
                + "dan kan ze er dubbel in komen.",
                "The link goes on by itself as soon as looking up is allowed again, next month at the latest. Do not book the invoice "
                + "yourself: it might end up in the books twice."),
            new("E0031", ErrorClass.Transient,
                "Het maandtegoed om boekingen op te zoeken in e-Boekhouden is op (5.000 keer per maand).",
                "The month's allowance for looking up bookings in e-Boekhouden is used (5,000 times a month).",
                "U hoeft niets te doen: de koppeling probeert het elk uur opnieuw. Boek een wachtende factuur niet zelf: dan kan ze er "
                + "dubbel in komen.",
                "Nothing to do: the link tries again every hour. Do not book a waiting invoice yourself: it might end up in the books "
                + "twice."),

            // Permanent, not Transient: the same question brings the same cut list, so that waiting can never prove the booking absent.
            new(ReasonCode.LookupIncomplete, ErrorClass.Permanent,
                "e-Boekhouden heeft zo veel boekingen onder dit factuurnummer dat niet zeker is of deze factuur erbij staat.",
                "e-Boekhouden holds so many bookings under this invoice number that it is not certain whether this invoice is among them.",
                "Zoek de factuur op in e-Boekhouden. Staat ze er, kies dan Negeren; staat ze er niet, boek haar dan met de hand en kies "
                + "daarna Negeren.",
                "Look the invoice up in e-Boekhouden. If it is there, choose Ignore; if it is not, book it by hand and then choose "
                + "Ignore."),
            new(ReasonCode.AdministrationChanged, ErrorClass.Permanent,
                "Deze factuur is eerder naar een andere administratie gestuurd dan waarmee de koppeling nu is verbonden.",
                "This invoice was sent earlier to another administration than the one the link is connected to now.",
                "Verbind de koppeling weer met de eerdere administratie, dan gaat de factuur verder. Is vastgesteld dat ze daar niet "
                + "staat, dan kunt u ook Negeren kiezen.",
                "Connect the link to the earlier administration again and the invoice goes on. Once it is established that it does not "
                + "stand there, you can also choose Ignore."),
            new(ReasonCode.Unexpected, ErrorClass.Transient,
                "In de koppeling zelf ging iets mis met deze factuur of relatie. Al het andere gaat gewoon door.",
                "Something went wrong in the link itself with this invoice or relation. Everything else goes on.",
                "De koppeling probeert het uit zichzelf opnieuw, uiterlijk elk uur. Blijft dit staan, geef factuurnummer of relatie dan door aan uw "
                + "beheerder: in het logboek staat wat er misging. Boek de factuur niet zelf voordat die heeft gekeken: ze kan er al in staan.",
                "The link tries again by itself, every hour at the latest. If this stays, pass the invoice number or relation on to your administrator: "
                + "the log says what went wrong. Do not book the invoice yourself before that: it may be in the books already."),
            new(ReasonCode.UnknownRefusal, ErrorClass.Permanent,
                "e-Boekhouden weigerde dit met een melding die de koppeling niet kent: {code}, \"{text}\". Er is niets geboekt.",
                "e-Boekhouden refused this with a message that the link does not know: {code}, \"{text}\". Nothing was booked.",
                "Verhelp wat de melding noemt en probeer de factuur opnieuw. Lukt dat niet, geef de code dan door aan uw beheerder.",
                "Mend what the message names and retry the invoice. If that does not help, pass the code on to your administrator."),
        ]);
}
