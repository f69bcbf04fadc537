namespace PerfectviewFunctions.Sandbox;

/// <summary>What became of a form, told on the page that follows.</summary>
internal enum PageOutcome
{
    PaymentRegistered,
    NoSuchInvoice,
    AmbiguousInvoice,
    CreditSettled,
    NothingToSettle,
    MutationRenumbered,
    MutationDeleted,
    MutationGone,
    CallbacksCleared,
    SecretSet,
    SecretRemoved,
    FaultAdded,
    FaultsCleared,
    RelationChanged,
    RelationDeleted,
    RelationGone,
    RelationCodeInUse,
    InvalidForm,
}

internal static class PageOutcomes
{
    public static string? Sentence(string? outcome) => Enum.TryParse<PageOutcome>(outcome, out var known)
        ? known switch
        {
            PageOutcome.PaymentRegistered => "De betaling is geboekt.",
            PageOutcome.NoSuchInvoice => "Er is geen verstuurde factuur met dit nummer bij deze relatie.",
            PageOutcome.AmbiguousInvoice => "Meer relaties hebben een factuur met dit nummer: vul de relatiecode in.",
            PageOutcome.CreditSettled => "De credit is verrekend: twee betalingen zijn geboekt.",
            PageOutcome.NothingToSettle => "Er is niets te verrekenen: een van beide staat niet open, of het bedrag is niet positief.",
            PageOutcome.MutationRenumbered => "De boeking heeft een ander factuurnummer. De betalingen van een factuur volgen.",
            PageOutcome.MutationDeleted => "De boeking is verwijderd.",
            PageOutcome.MutationGone => "Deze boeking bestaat niet (meer).",
            PageOutcome.CallbacksCleared => "Alles wat bij Perfectview binnenkwam, is vergeten.",
            PageOutcome.SecretSet => "Perfectview gaat de handtekening voortaan na.",
            PageOutcome.SecretRemoved => "Perfectview gaat de handtekening niet na.",
            PageOutcome.FaultAdded => "De storing staat klaar.",
            PageOutcome.FaultsCleared => "Alle storingen zijn uit.",
            PageOutcome.RelationChanged => "De relatie is gewijzigd. Boekingen volgen een gewijzigde code.",
            PageOutcome.RelationDeleted => "De relatie is verwijderd. Haar boekingen blijven staan.",
            PageOutcome.RelationGone => "Deze relatie bestaat niet meer.",
            PageOutcome.RelationCodeInUse => "Een andere relatie heeft deze code al. Er is niets gewijzigd.",
            _ => "Niet alles is ingevuld zoals bedoeld. Er is niets gebeurd.",
        }
        : null;
}
