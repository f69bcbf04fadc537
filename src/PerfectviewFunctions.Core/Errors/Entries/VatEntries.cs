namespace PerfectviewFunctions.Core.Errors.Entries;

/// <summary>VAT category, VAT rate and VAT code: what does not fit is held back, never guessed.</summary>
internal static class VatEntries
{
    public static ErrorTheme Theme { get; } = new(
        "vat", "Btw-categorie, tarief en btw-code", "VAT category, rate and VAT code",
        [
            new(ReasonCode.VatCategoryUnknown, ErrorClass.Permanent,
                "De factuur heeft een btw-categorie die de koppeling niet kent: {category}.",
                "The invoice has a VAT category that the link does not know: {category}.",
                "Kies in Perfectview een van de acht btw-categorieën voor de factuurregels en verstuur de factuur opnieuw.",
                "Choose one of the eight VAT categories for the invoice lines in Perfectview and send the invoice again."),
            new(ReasonCode.VatCategoryUnmapped, ErrorClass.Permanent,
                "De btw-categorie {label} heeft nog geen btw-code en grootboekrekening.",
                "The VAT category {label} has no VAT code and ledger account yet.",
                "Kies bij Btw en grootboek een btw-code en een omzetrekening voor deze categorie en probeer de factuur opnieuw.",
                "Choose a VAT code and a revenue account for this category under VAT and ledger and retry the invoice."),
            new(ReasonCode.VatRateMismatch, ErrorClass.Permanent,
                "De factuur van {date} rekent {rate}% btw in de categorie {category}. Daar hoort op die datum {expected}% bij.",
                "The invoice of {date} charges {rate}% VAT in category {category}. On that date {expected}% belongs to it.",
                "Verbeter in Perfectview het btw-tarief, de categorie of de factuurdatum en verstuur de factuur opnieuw.",
                "Correct the VAT rate, the category or the invoice date in Perfectview and send the invoice again."),
            new(ReasonCode.LowRateSixAfter2018, ErrorClass.Permanent,
                "De factuur van {date} rekent 6% btw. Dat tarief gold tot en met 2018; voor latere data betekent de btw-code van 6% in "
                + "e-Boekhouden 9%.",
                "The invoice of {date} charges 6% VAT. That rate held until the end of 2018; on later dates the VAT code for 6% means 9% "
                + "in e-Boekhouden.",
                "Is dit een creditfactuur van een factuur met 6% van voor 2019, boek haar dan met de hand in e-Boekhouden. Verbeter anders "
                + "in Perfectview het btw-tarief en verstuur de factuur opnieuw.",
                "If this credits a 6% invoice of before 2019, book it by hand in e-Boekhouden. Otherwise correct the VAT rate in "
                + "Perfectview and send the invoice again."),
            new(ReasonCode.VatInZeroCategory, ErrorClass.Permanent,
                "De factuur rekent {vat} euro btw in de categorie {category}, waarin geen btw hoort.",
                "The invoice charges {vat} euros of VAT in category {category}, which carries no VAT.",
                "Kies in Perfectview de juiste btw-categorie, of haal de btw eraf, en verstuur de factuur opnieuw.",
                "Choose the right VAT category in Perfectview, or take the VAT off, and send the invoice again."),
            new(ReasonCode.VatCodeRateMismatch, ErrorClass.Permanent,
                "De btw-code {code} die voor de categorie {category} is gekozen is voor {codeRate}%, maar de factuur rekent {rate}%.",
                "The VAT code {code} chosen for category {category} is for {codeRate}%, but the invoice charges {rate}%.",
                "Kies bij Btw en grootboek de btw-code die bij het tarief van de factuur hoort en probeer de factuur opnieuw.",
                "Choose the VAT code that fits the invoice's rate under VAT and ledger and retry the invoice."),
            new(ReasonCode.VatCodeNotForSales, ErrorClass.Permanent,
                "De gekozen btw-code {code} is niet te gebruiken op een verkoopfactuur.",
                "The chosen VAT code {code} cannot be used on a sales invoice.",
                "Kies bij Btw en grootboek een btw-code voor verkopen en probeer de factuur opnieuw.",
                "Choose a VAT code for sales under VAT and ledger and retry the invoice."),
        ]);
}
