namespace PerfectviewFunctions.Core.Errors.Entries;

/// <summary>Amounts, currency and size of an invoice.</summary>
internal static class AmountEntries
{
    public static ErrorTheme Theme { get; } = new(
        "amounts", "Bedragen en omvang van de factuur", "Amounts and size of the invoice",
        [
            new(ReasonCode.CurrencyNotEuro, ErrorClass.Permanent,
                "De factuur is in {currency}. De koppeling boekt alleen facturen in euro's.",
                "The invoice is in {currency}. The link books invoices in euros only.",
                "Boek deze factuur met de hand in e-Boekhouden en kies daarna Negeren bij deze factuur.",
                "Book this invoice by hand in e-Boekhouden and then choose Ignore for this invoice."),
            new(ReasonCode.TotalsDoNotAddUp, ErrorClass.Permanent,
                "Het factuurtotaal is {total}, maar de regels en de btw komen samen op {computed}.",
                "The invoice total is {total}, but the lines and the VAT add up to {computed}.",
                "Controleer in Perfectview de bedragen van de factuur en verstuur haar opnieuw.",
                "Check the amounts of the invoice in Perfectview and send it again."),
            new(ReasonCode.LinesNotInVatTotals, ErrorClass.Permanent,
                "De factuurregels in de categorie {category} (samen {amount}) ontbreken in het btw-overzicht van de factuur.",
                "The invoice lines in category {category} (together {amount}) are missing from the invoice's VAT totals.",
                "Controleer in Perfectview de btw-categorie van deze regels en verstuur de factuur opnieuw.",
                "Check the VAT category of these lines in Perfectview and send the invoice again."),
            new(ReasonCode.VatNotExplained, ErrorClass.Permanent,
                "In de categorie {category} staat {vat} btw over {net}. Bij {rate}% hoort {expected}, en het verschil is meer dan "
                + "afronding.",
                "Category {category} shows {vat} VAT on {net}. At {rate}% it should be {expected}, and the difference is more than "
                + "rounding.",
                "Verbeter in Perfectview het btw-bedrag en verstuur de factuur opnieuw. Klopt het bedrag wel, boek de factuur dan met de "
                + "hand.",
                "Correct the VAT amount in Perfectview and send the invoice again. If the amount is right, book the invoice by hand."),
            new(ReasonCode.TooManyLines, ErrorClass.Permanent,
                "De boeking heeft {lines} regels nodig. e-Boekhouden neemt er per boeking ten hoogste {limit} aan.",
                "The booking needs {lines} lines. e-Boekhouden takes at most {limit} per booking.",
                "Verdeel in Perfectview de regels over meer facturen, of boek deze factuur met de hand.",
                "Spread the lines over more invoices in Perfectview, or book this invoice by hand."),
            new(ReasonCode.NumberTooLong, ErrorClass.Permanent,
                "Het factuurnummer {number} is met het voorvoegsel van de koppeling langer dan {limit} tekens.",
                "With the link's prefix the invoice number {number} is longer than {limit} characters.",
                "Kies bij Instellingen een korter voorvoegsel, of geef in Perfectview de factuur een korter nummer en verstuur haar "
                + "opnieuw.",
                "Choose a shorter prefix under Settings, or give the invoice a shorter number in Perfectview and send it again."),
            new(ReasonCode.NothingToBook, ErrorClass.Information,
                "Alle bedragen op deze factuur zijn 0,00. Er is niets te boeken.",
                "All amounts on this invoice are 0.00. There is nothing to book.",
                "U hoeft niets te doen: de factuur blijft zichtbaar en komt niet in e-Boekhouden.",
                "Nothing to do: the invoice stays visible and does not go to e-Boekhouden."),
        ]);
}
