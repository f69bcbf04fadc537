namespace PerfectviewFunctions.Core.Errors.Entries;

/// <summary>
/// The service's own refusals of a booking (AddMutatie; manual Soap 5.5, section 10). Nothing was booked, but CMUT018 and CMUT019 may speak
/// of a booking of ours.
/// </summary>
internal static class BookingRefusalEntries
{
    private const string MappingNl = "Kies bij Btw en grootboek een andere btw-code of omzetrekening en probeer de factuur opnieuw.";
    private const string MappingEn = "Choose another VAT code or revenue account under VAT and ledger and retry the invoice.";
    private const string DebtorAccountNl = "Kies bij Instellingen een debiteurenrekening (soort DEB) en probeer de factuur opnieuw.";
    private const string DebtorAccountEn = "Choose a debtor account (category DEB) under Settings and retry the invoice.";
    private const string ResendNl = "Vul dit in Perfectview aan en verstuur de factuur opnieuw.";
    private const string ResendEn = "Complete this in Perfectview and send the invoice again.";
    private const string AmountsNl =
        "Controleer in Perfectview de bedragen en de btw en verstuur de factuur opnieuw, of boek haar met de hand.";

    private const string AmountsEn = "Check the amounts and the VAT in Perfectview and send the invoice again, or book it by hand.";
    private const string DebtorNl = "Controleer in e-Boekhouden of de relatie nog bestaat en probeer de factuur opnieuw.";
    private const string DebtorEn = "Check in e-Boekhouden that the relation still exists and retry the invoice.";
    private const string ReportNl = "Geef de code door aan uw beheerder. Haast? Boek de factuur met de hand en kies daarna Negeren.";
    private const string ReportEn = "Pass the code on to your administrator. In a hurry? Book the invoice by hand and then choose Ignore.";
    private const string StandsThereNl =
        "U hoeft niets te doen: de koppeling zoekt de boeking op en neemt haar over, of toont u het verschil.";

    private const string StandsThereEn = "Nothing to do: the link looks the booking up and takes it over, or shows you the difference.";

    public static ErrorTheme Theme { get; } = new(
        "refusals", "Boeking geweigerd door e-Boekhouden", "Booking refused by e-Boekhouden",
        [
            Held("CMUT001",
                "De debiteurenrekening bestaat niet in e-Boekhouden of is van de verkeerde soort.",
                "The debtor account does not exist in e-Boekhouden or is of the wrong category.",
                DebtorAccountNl, DebtorAccountEn),
            Held("CMUT0011",
                "De debiteurenrekening heeft in e-Boekhouden de verkeerde soort.",
                "The debtor account has the wrong category in e-Boekhouden.",
                DebtorAccountNl, DebtorAccountEn),
            Held("CMUT003",
                "In de boeking ontbreekt of de bedragen met of zonder btw zijn.",
                "The booking does not say whether amounts include VAT.",
                ReportNl, ReportEn),
            Held("CMUT0031",
                "In de boeking staat onjuist of de bedragen met of zonder btw zijn.",
                "The booking says incorrectly whether amounts include VAT.",
                ReportNl, ReportEn),
            Held("CMUT004",
                "De factuurdatum ontbreekt of ligt niet tussen 1980 en 2049.",
                "The invoice date is missing or not between 1980 and 2049.",
                "Verbeter in Perfectview de factuurdatum en verstuur de factuur opnieuw.",
                "Correct the invoice date in Perfectview and send the invoice again."),
            Held("CMUT005",
                "De omschrijving van de boeking ontbreekt.", "The description of the booking is missing.", ReportNl, ReportEn),
            Held("CMUT006",
                "De boeking heeft geen regels of meer dan 100.",
                "The booking has no lines or more than 100.",
                "Verdeel in Perfectview de regels over meer facturen, of boek deze factuur met de hand.",
                "Spread the lines over more invoices in Perfectview, or book this invoice by hand."),
            Held("CMUT008",
                "e-Boekhouden kent het soort boeking niet.", "e-Boekhouden does not know the kind of booking.", ReportNl, ReportEn),
            Held("CMUT010",
                "Van een boekingsregel is het bedrag zonder btw plus de btw niet gelijk aan het bedrag met btw.",
                "On a booking line the net amount plus the VAT does not equal the amount including VAT.",
                AmountsNl, AmountsEn),
            Held("CMUT0101",
                "Van een boekingsregel past het btw-bedrag niet bij het bedrag en het btw-percentage.",
                "On a booking line the VAT amount does not fit the amount and the VAT percentage.",
                AmountsNl, AmountsEn),
            Held("CMUT011",
                "De btw-code mag niet op een verkoopfactuur, of het btw-bedrag past niet bij het percentage van die code.",
                "The VAT code is not allowed on a sales invoice, or the VAT amount does not fit that code's percentage.",
                MappingNl, MappingEn),
            Held("CMUT012",
                "De omzetrekening heeft de verkeerde soort, of de btw-code mag niet op een verkoopfactuur.",
                "The revenue account has the wrong category, or the VAT code is not allowed on a sales invoice.",
                MappingNl, MappingEn),
            Held("CMUT013", "Het factuurnummer ontbreekt.", "The invoice number is missing.", ResendNl, ResendEn),
            Held("CMUT014",
                "De relatiecode of de betalingstermijn ontbreekt.", "The relation code or the payment term is missing.", ResendNl, ResendEn),
            Held("CMUT015",
                "e-Boekhouden verwacht een crediteurenrekening, wat niet bij een verkoopfactuur hoort.",
                "e-Boekhouden expects a creditor account, which does not belong to a sales invoice.",
                ReportNl, ReportEn),
            Held("CMUT016",
                "De gekozen debiteurenrekening is in e-Boekhouden geen debiteurenrekening.",
                "The chosen debtor account is not a debtor account in e-Boekhouden.",
                DebtorAccountNl, DebtorAccountEn),
            Held("CMUT017",
                "De relatie van de factuur bestaat niet in e-Boekhouden.",
                "The invoice's relation does not exist in e-Boekhouden.",
                DebtorNl, DebtorEn),
            new("CMUT018", ErrorClass.Unclear,
                "In e-Boekhouden staat al een boeking met dit factuurnummer voor deze relatie.",
                "e-Boekhouden already holds a booking with this invoice number for this relation.",
                StandsThereNl, StandsThereEn),
            new("CMUT019", ErrorClass.Unclear,
                "In e-Boekhouden staat al een boeking met dit factuurnummer.",
                "e-Boekhouden already holds a booking with this invoice number.",
                StandsThereNl, StandsThereEn),
            Held("CMUT020",
                "De periode van de factuurdatum is in e-Boekhouden afgesloten.",
                "The period of the invoice date is closed in e-Boekhouden.",
                "Open de periode in e-Boekhouden en probeer de factuur opnieuw, of verstuur haar vanuit Perfectview met een datum in een "
                + "open periode.",
                "Open the period in e-Boekhouden and retry the invoice, or send it from Perfectview with a date in an open period."),
            Held("CMUT021",
                "Dit soort boeking mag volgens e-Boekhouden maar een regel hebben.",
                "According to e-Boekhouden this kind of booking may have one line only.",
                ReportNl, ReportEn),
            Held("CMUT023", "Het factuurnummer ontbreekt in de boeking.", "The booking lacks the invoice number.", ResendNl, ResendEn),
            Held("CMUT024", "De relatiecode ontbreekt in de boeking.", "The booking lacks the relation code.", ResendNl, ResendEn),
            Held("CMUT025",
                "De relatie van de boeking is in e-Boekhouden niet te vinden.",
                "The booking's relation cannot be found in e-Boekhouden.",
                DebtorNl, DebtorEn),
            Held("CMUT026",
                "e-Boekhouden ziet de boeking als een betaling die bij geen factuur past.",
                "e-Boekhouden takes the booking for a payment that fits no invoice.",
                ReportNl, ReportEn),
            Held("CMUT027",
                "e-Boekhouden verwacht een debiteurenrekening waar de omzetrekening staat.",
                "e-Boekhouden expects a debtor account in place of the revenue account.",
                MappingNl, MappingEn),
            Held("CMUT028",
                "e-Boekhouden verwacht een crediteurenrekening waar de omzetrekening staat.",
                "e-Boekhouden expects a creditor account in place of the revenue account.",
                MappingNl, MappingEn),
            Held("CMUT033",
                "e-Boekhouden kent de gekozen btw-code niet.", "e-Boekhouden does not know the chosen VAT code.", MappingNl, MappingEn),
        ]);

    private static ErrorEntry Held(string code, string nl, string en, string actionNl, string actionEn) =>
        new(code, ErrorClass.Permanent, nl, en, actionNl, actionEn);
}
