namespace PerfectviewFunctions.Core.Errors.Entries;

/// <summary>The relation an invoice is booked on: ours and the service's.</summary>
internal static class DebtorEntries
{
    public static ErrorTheme Theme { get; } = new(
        "debtor", "De debiteur", "The debtor",
        [
            new(ReasonCode.DebtorAmbiguous, ErrorClass.Permanent,
                "Niet zeker is welke relatie in e-Boekhouden bij {name} hoort. Gevonden: {candidates}.",
                "It is not certain which relation in e-Boekhouden belongs to {name}. Found: {candidates}.",
                "Kies bij deze factuur de juiste relatie, of kies dat er een nieuwe wordt aangemaakt.",
                "Choose the right relation for this invoice, or choose to have a new one created."),
            new(ReasonCode.DebtorCodeTaken, ErrorClass.Permanent,
                "De relatiecode {code} voor {name} is in e-Boekhouden al van een andere relatie.",
                "The relation code {code} for {name} belongs to another relation in e-Boekhouden already.",
                "Kies bij deze factuur de juiste relatie, of geef {name} in Perfectview een ander debiteurnummer en verstuur de factuur "
                + "opnieuw.",
                "Choose the right relation for this invoice, or give {name} another debtor number in Perfectview and send the invoice "
                + "again."),
            new("CREL001", ErrorClass.Unclear,
                "De relatiecode is in e-Boekhouden al in gebruik. Misschien is de relatie bij een eerdere poging toch aangemaakt.",
                "The relation code is in use in e-Boekhouden already. Perhaps an earlier attempt did create the relation.",
                "U hoeft niets te doen: de koppeling leest de relaties opnieuw en gaat verder met de relatie die bij deze factuur hoort, "
                + "of legt u de keuze voor.",
                "Nothing to do: the link reads the relations anew and goes on with the relation that belongs to this invoice, or leaves "
                + "the choice to you."),
        ]);
}
