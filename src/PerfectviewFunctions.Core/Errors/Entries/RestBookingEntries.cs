namespace PerfectviewFunctions.Core.Errors.Entries;

/// <summary>
/// The REST API's refusals of a booking (its OpenAPI description, the codes that a sales invoice can meet). Nothing was booked, but MUT_019 and MUT_020 may speak
/// of a booking of ours.
/// </summary>
internal static class RestBookingEntries
{
    private const string ReportNl = "Geef de code door aan uw beheerder. Haast? Boek de factuur met de hand en kies daarna Negeren.";
    private const string ReportEn = "Pass the code on to your administrator. In a hurry? Book the invoice by hand and then choose Ignore.";
    private const string MappingNl = "Kies bij Btw en grootboek een andere btw-code of omzetrekening en probeer de factuur opnieuw.";
    private const string MappingEn = "Choose another VAT code or revenue account under VAT and ledger and retry the invoice.";

    public static ErrorTheme Theme { get; } = new(
        "rest-refusals", "Boeking geweigerd door e-Boekhouden (API-token)", "Booking refused by e-Boekhouden (API token)",
        [
            Twin("MUT_001", "CMUT008"),
            Twin("MUT_002", "CMUT013"),
            Twin("MUT_003", "CMUT004"),
            Twin("MUT_004", "CMUT004"),
            Twin("MUT_005", "CMUT020"),
            Twin("MUT_007", "CMUT001"),
            Twin("MUT_008", "CMUT0011"),
            Twin("MUT_009", "CMUT0011"),
            Twin("MUT_010", "CMUT015"),
            Twin("MUT_011", "CMUT016"),
            Twin("MUT_012", "CMUT024"),
            Twin("MUT_013", "CMUT017"),
            Held("MUT_014", "Bij dit soort boeking hoort geen relatie.", "This kind of booking takes no relation."),
            .. RestTwins.Each(["MUT_015", "MUT_016"], Held("", "e-Boekhouden neemt de betalingstermijn niet aan.", "e-Boekhouden does not take the payment term.")),
            Twin("MUT_017", "CMUT0031"),
            Held("MUT_018",
                "Het factuurnummer is langer dan e-Boekhouden aanneemt.",
                "The invoice number is longer than e-Boekhouden takes.",
                "Geef de factuur in Perfectview een korter nummer en verstuur haar opnieuw.",
                "Give the invoice a shorter number in Perfectview and send it again."),
            Twin("MUT_019", "CMUT019"),
            Twin("MUT_020", "CMUT018"),
            Held("MUT_050", "e-Boekhouden vindt de administratie van de boeking niet.", "e-Boekhouden does not find the booking's administration."),
            Held("MUT_100", "De boeking heeft geen regels.", "The booking has no lines."),
            Held("MUT_101",
                "De boeking heeft meer regels dan e-Boekhouden aanneemt.",
                "The booking has more lines than e-Boekhouden takes.",
                "Verdeel in Perfectview de regels over meer facturen, of boek deze factuur met de hand.",
                "Spread the lines over more invoices in Perfectview, or book this invoice by hand."),
            Held("MUT_104",
                "De omzetrekening van een boekingsregel bestaat niet in e-Boekhouden.",
                "The revenue account of a booking line does not exist in e-Boekhouden.",
                MappingNl, MappingEn),
            .. RestTwins.Each(["MUT_105", "MUT_106"], Held("",
                "De omzetrekening van een boekingsregel heeft in e-Boekhouden de verkeerde soort.",
                "The revenue account of a booking line has the wrong category in e-Boekhouden.",
                MappingNl, MappingEn)),
            Twin("MUT_107", "CMUT028"),
            Twin("MUT_108", "CMUT027"),
            Twin("MUT_109", "CMUT033"),
            .. RestTwins.Each(["MUT_110", "MUT_111"], Held("",
                "De btw-code mag volgens e-Boekhouden niet op een verkoopfactuur.",
                "According to e-Boekhouden the VAT code is not allowed on a sales invoice.",
                MappingNl, MappingEn)),
            Twin("MUT_112", "CMUT024"),
            Twin("MUT_113", "CMUT025"),
            Held("MUT_114", "Bij een boekingsregel hoort geen relatie.", "A booking line takes no relation."),
            Twin("MUT_115", "CMUT026"),
            Held("MUT_116", "Bij een boekingsregel hoort geen factuurnummer.", "A booking line takes no invoice number."),
            Held("MUT_117", "e-Boekhouden kent de kostenplaats niet.", "e-Boekhouden does not know the cost centre."),
            Held("MUT_118", "De boeking is niet in evenwicht.", "The booking is not in balance."),
            Twin("MUT_120", "CMUT023"),
            Held("MUT_300", "e-Boekhouden vindt de boeking niet.", "e-Boekhouden does not find the booking."),
            Held("MUT_901", "In e-Boekhouden ontbreken grootboekrekeningen die bij elke boeking nodig zijn.", "e-Boekhouden lacks ledger accounts that every booking needs."),
            Held("MUTA_001", "De debiteurenrekening ontbreekt in de boeking.", "The booking lacks the debtor account."),
            Twin("MUTA_002", "CMUT008"),
            Held("MUTA_003", "Bij deze btw-code neemt e-Boekhouden geen btw-bedrag aan.", "With this VAT code e-Boekhouden takes no VAT amount."),
            Held("MUTA_004", "De omzetrekening ontbreekt in een boekingsregel.", "A booking line lacks the revenue account."),
            Twin("MUTA_005", "CMUT003"),
            .. RestTwins.Each(["MUTA_006", "MUTA_007"], Held("",
                "e-Boekhouden begrijpt niet welke openstaande posten worden gevraagd.", "e-Boekhouden does not understand which open items are asked for.")),
            Held("MUTA_008", "Het betalingskenmerk bestaat al in e-Boekhouden.", "The payment reference exists in e-Boekhouden already."),
            Twin("MUTA_009", "CMUT008"),

            // Of one booking and its date, and no reason to stop those of other dates.
            Twin("SECURITY_007", "CMUT020"),
            Twin("SECURITY_008", "CMUT020"),
        ]);

    private static ErrorEntry Twin(string code, string soapCode) => RestTwins.Of(code, BookingRefusalEntries.Theme, soapCode);

    private static ErrorEntry Held(string code, string nl, string en, string actionNl = ReportNl, string actionEn = ReportEn) =>
        new(code, ErrorClass.Permanent, nl, en, actionNl, actionEn);
}
