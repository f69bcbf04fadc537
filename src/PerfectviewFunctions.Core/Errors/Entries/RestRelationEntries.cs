using System.Globalization;

namespace PerfectviewFunctions.Core.Errors.Entries;

/// <summary>The REST API's refusals of a relation, and what it says of any request (its OpenAPI description, the codes that our calls can meet).</summary>
internal static class RestRelationEntries
{
    private const string SaveNl = "Verbeter het in Perfectview en sla de relatie opnieuw op.";
    private const string SaveEn = "Correct it in Perfectview and save the relation again.";
    private const string ReportNl = "Geef de code door aan uw beheerder.";
    private const string ReportEn = "Pass the code on to your administrator.";

    public static ErrorTheme Theme { get; } = new(
        "rest-relations", "Relatie of vraag geweigerd door e-Boekhouden (API-token)", "Relation or question refused by e-Boekhouden (API token)",
        [
            Held("REL_001", "e-Boekhouden kent het soort relatie niet.", "e-Boekhouden does not know the kind of relation.", ReportNl, ReportEn),
            Held("REL_002", "De naam van de relatie ontbreekt.", "The relation's name is missing."),
            Held("REL_004", "e-Boekhouden neemt het geslacht van de relatie niet aan.", "e-Boekhouden does not take the relation's gender."),
            Held("REL_005", "e-Boekhouden neemt de relatiecode niet aan.", "e-Boekhouden does not take the relation code.",
                "Geef de relatie in Perfectview een ander debiteurnummer en sla haar opnieuw op.",
                "Give the relation another debtor number in Perfectview and save it again."),
            Held("REL_007", "De IBAN van de relatie is niet juist.", "The relation's IBAN is not correct."),
            Held("REL_008", "Het KvK-nummer van de relatie bestaat niet alleen uit cijfers.", "The relation's Chamber of Commerce number is not made of digits alone."),
            .. RestTwins.Each(TooLong(), Held("", "Een gegeven van de relatie is te lang voor e-Boekhouden.", "A fact of the relation is too long for e-Boekhouden.")),
            .. RestTwins.Each(["REL_023", "REL_025", "REL_027"], Held("",
                "Het e-mailadres van de relatie is niet juist.", "The relation's e-mail address is not correct.")),
            RestTwins.Of("REL_049", DebtorEntries.Theme, "CREL001"),
            Held("REL_054", "In de opdracht ontbreekt om welke relatie het gaat.", "The call does not say which relation it is about.", ReportNl, ReportEn),
            Held("REL_055", "De relatie bestaat niet (meer) in e-Boekhouden.", "The relation does not exist in e-Boekhouden (any more).",
                "Kies Opnieuw proberen: de koppeling zoekt de relatie dan opnieuw, of maakt haar aan.",
                "Choose Retry: the link then looks for the relation again, or creates it."),
            new("ERR_001", ErrorClass.Unclear,
                "Bij e-Boekhouden ging iets mis. Niet zeker is of de opdracht is uitgevoerd.",
                "Something went wrong at e-Boekhouden. It is not certain whether the call was done.",
                "U hoeft niets te doen: de koppeling zoekt eerst op of het gelukt is. Boek niets zelf: dan kan het er dubbel in komen.",
                "Nothing to do: the link first looks up whether it was done. Do not book anything yourself: it might end up in the books twice."),
            Held("ERR_002", "e-Boekhouden begrijpt een waarde in de opdracht niet.", "e-Boekhouden does not understand a value in the call.", ReportNl, ReportEn),
            Held("DATA_01", "e-Boekhouden kreeg een lege opdracht.", "e-Boekhouden got an empty call.", ReportNl, ReportEn),
            .. RestTwins.Each(["PAGE_001", "PAGE_002"], Held("",
                "e-Boekhouden begrijpt niet welk deel van een lijst wordt gevraagd.", "e-Boekhouden does not understand which part of a list is asked for.",
                ReportNl, ReportEn)),
        ]);

    private static IEnumerable<string> TooLong()
    {
        int[] numbers = [3, 6, .. Enumerable.Range(9, 14), 24, 26, 28, 29, .. Enumerable.Range(32, 4), 47, 50];
        return numbers.Select(number => string.Create(CultureInfo.InvariantCulture, $"REL_{number:000}"));
    }

    private static ErrorEntry Held(string code, string nl, string en, string actionNl = SaveNl, string actionEn = SaveEn) =>
        new(code, ErrorClass.Permanent, nl, en, actionNl, actionEn);
}
