namespace PerfectviewFunctions.Core.Errors.Entries;

/// <summary>What a person did with an invoice, and why something he asks for can't be done.</summary>
internal static class ActionEntries
{
    public static ErrorTheme Theme { get; } = new(
        "actions", "Opnieuw proberen en negeren", "Retrying and ignoring",
        [
            new(ReasonCode.IgnoredByPerson, ErrorClass.Information,
                "Genegeerd door {by} op {at}: \"{why}\".",
                "Ignored by {by} at {at}: \"{why}\".",
                "U hoeft niets te doen. Wilt u de factuur toch laten boeken, kies dan Opnieuw proberen.",
                "Nothing to do. To have the invoice booked after all, choose Retry."),
            new(ReasonCode.BookedStays, ErrorClass.Permanent,
                "Deze factuur is geboekt als mutatie {mutation}. Ze kan niet nog een keer worden geboekt of worden genegeerd.",
                "This invoice is booked as mutation {mutation}. It can't be booked once more or be ignored.",
                "Klopt de boeking niet, pas mutatie {mutation} dan met de hand aan in e-Boekhouden.",
                "If the booking is wrong, correct mutation {mutation} by hand in e-Boekhouden."),
            new(ReasonCode.LookupFirst, ErrorClass.Permanent,
                "Niet zeker is of deze factuur in e-Boekhouden staat. De koppeling moet dat eerst zelf nazoeken; tot die tijd kan niemand "
                + "haar opnieuw proberen of negeren.",
                "It is not certain whether this invoice stands in e-Boekhouden. The link has to look it up first; until then nobody can "
                + "retry or ignore it.",
                "U hoeft niets te doen: de koppeling zoekt het vanzelf na. Is de koppeling nu met een andere administratie verbonden, "
                + "verbind haar dan weer met de eerdere. Boek de factuur niet zelf: dan kan ze er dubbel in komen.",
                "Nothing to do: the link looks it up by itself. If the link is connected to another administration now, connect it to the "
                + "earlier one again. Do not book the invoice yourself: it might end up in the books twice."),
            new(ReasonCode.AlreadyIgnored, ErrorClass.Permanent,
                "Deze factuur of dit bericht wordt al genegeerd.",
                "This invoice or event is ignored already.",
                "U hoeft niets te doen.",
                "Nothing to do."),
            new(ReasonCode.EventGone, ErrorClass.Permanent,
                "De gegevens van deze factuur zijn na de bewaartermijn verwijderd. De koppeling kan haar niet meer boeken.",
                "The details of this invoice were deleted after the retention period. The link can no longer book it.",
                "Verstuur de factuur opnieuw vanuit Perfectview, of boek haar met de hand en kies daarna Negeren.",
                "Send the invoice again from Perfectview, or book it by hand and then choose Ignore."),
        ]);
}
