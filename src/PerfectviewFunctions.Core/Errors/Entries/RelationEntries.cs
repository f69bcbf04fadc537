namespace PerfectviewFunctions.Core.Errors.Entries;

/// <summary>Changes of relations, and what a person does about them.</summary>
internal static class RelationEntries
{
    public static ErrorTheme Theme { get; } = new(
        "relations", "Relaties", "Relations",
        [
            new(ReasonCode.RelationsSwitchedOff, ErrorClass.Information,
                "Relaties bijwerken staat uit. Aan de relatie in e-Boekhouden is niets veranderd.",
                "Updating relations is switched off. Nothing was changed about the relation in e-Boekhouden.",
                "Wilt u wijzigingen wel overnemen: zet bij Instellingen relaties bijwerken aan en sla de relatie in Perfectview opnieuw op.",
                "To have changes taken over: switch on updating relations under Settings and save the relation in Perfectview again."),
            new(ReasonCode.RelationIncomplete, ErrorClass.Permanent,
                "Perfectview stuurde een wijziging van relatie {relation}, maar nog niet haar naam. Zonder naam kan e-Boekhouden haar niet vinden of "
                + "aanmaken.",
                "Perfectview sent a change of relation {relation}, but not its name yet. Without a name it can't be found or created in "
                + "e-Boekhouden.",
                "Sla de relatie in Perfectview opnieuw op, of verstuur een factuur op haar naam: dan gaat de wijziging vanzelf door.",
                "Save the relation in Perfectview again, or send an invoice on its name: then the change goes through by itself."),
            new(ReasonCode.NoChoiceOpen, ErrorClass.Permanent,
                "Bij {name} valt niets te kiezen: de koppeling twijfelt niet (meer) welke relatie in e-Boekhouden het is.",
                "There is nothing to choose for {name}: the link does not doubt (any more) which relation in e-Boekhouden it is.",
                "U hoeft niets te doen. Is de relatie de verkeerde, meld het dan aan de beheerder van de koppeling.",
                "Nothing to do. If it is the wrong relation, tell the operator of the link."),
            new(ReasonCode.NoSuchCandidate, ErrorClass.Permanent,
                "Relatie {code} is niet een van de gevonden relaties: {candidates}.",
                "Relation {code} is not one of the relations found: {candidates}.",
                "Kies een van de gevonden relaties, of kies dat er een nieuwe wordt aangemaakt.",
                "Choose one of the relations found, or choose to have a new one created."),
            new(ReasonCode.NothingToRetry, ErrorClass.Permanent,
                "Bij {name} wacht niets dat opnieuw geprobeerd kan worden.",
                "Nothing waits for {name} that could be tried again.",
                "U hoeft niets te doen.",
                "Nothing to do."),
            new(ReasonCode.RelationSetAside, ErrorClass.Information,
                "Niet bijgewerkt: opzij gezet door {by} op {at}: \"{why}\".",
                "Not updated: set aside by {by} at {at}: \"{why}\".",
                "U hoeft niets te doen. Wilt u de wijziging toch overnemen, kies dan bij de relatie Opnieuw proberen; stuurt Perfectview weer een "
                + "wijziging van deze relatie, dan gaat dat vanzelf.",
                "Nothing to do. To have the change taken over after all, choose Retry at the relation; if Perfectview sends another "
                + "change of this relation, that goes by itself."),
            new(ReasonCode.NothingToSetAside, ErrorClass.Permanent,
                "Bij {name} wordt geen wijziging vastgehouden die opzij gezet kan worden.",
                "No change of {name} is held back that could be set aside.",
                "Wacht er een factuur op deze relatie: kies bij Relaties welke relatie het is, of negeer de factuur bij Boekingen.",
                "If an invoice waits for this relation: choose under Relations which relation it is, or ignore the invoice under Bookings."),
        ]);
}
