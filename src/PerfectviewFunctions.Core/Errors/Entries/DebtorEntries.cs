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
                "Kies bij Relaties welke van deze het is, of dat er een nieuwe wordt aangemaakt. Wat erop wacht gaat dan vanzelf door.",
                "Choose under Relations which of these it is, or that a new one is created. What waits for it then goes on by itself."),
            new(ReasonCode.DebtorCodeTaken, ErrorClass.Permanent,
                "De relatiecode {code} voor {name} is in e-Boekhouden al van een andere relatie.",
                "The relation code {code} for {name} belongs to another relation in e-Boekhouden already.",
                "Geef {name} in Perfectview een ander debiteurnummer en verstuur de factuur of de relatie opnieuw, of kies Opnieuw proberen.",
                "Give {name} another debtor number in Perfectview and send the invoice or the relation again, or choose Retry."),
            new("CREL001", ErrorClass.Unclear,
                "De relatiecode is in e-Boekhouden al in gebruik. Misschien is de relatie bij een eerdere poging toch aangemaakt.",
                "The relation code is in use in e-Boekhouden already. Perhaps an earlier attempt did create the relation.",
                "U hoeft niets te doen: de koppeling leest de relaties opnieuw en gaat verder met de relatie die erbij hoort, "
                + "of legt u de keuze voor.",
                "Nothing to do: the link reads the relations anew and goes on with the relation that belongs to it, or leaves "
                + "the choice to you."),
        ]);
}
