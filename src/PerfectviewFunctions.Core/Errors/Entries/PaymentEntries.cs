namespace PerfectviewFunctions.Core.Errors.Entries;

/// <summary>The payment of booked invoices, and reading it.</summary>
internal static class PaymentEntries
{
    public static ErrorTheme Theme { get; } = new(
        "payments", "Betalingen", "Payments",
        [
            new(ReasonCode.PaymentsSwitchedOff, ErrorClass.Information,
                "Betalingen ophalen staat uit: de betaalstatus wordt niet gelezen.",
                "Reading payments is switched off: the payment status is not read.",
                "Wilt u de betaalstatus wel zien: zet betalingen aan bij Instellingen.",
                "To see the payment status: switch on payments under Settings."),
            new(ReasonCode.PaymentsReadJustNow, ErrorClass.Information,
                "De betalingen zijn zojuist gelezen. Opnieuw lezen kan vanaf {until}.",
                "The payments were read just now. They can be read again from {until}.",
                "Wacht tot dan; vanzelf wordt elk uur gelezen.",
                "Wait until then; they are read by themselves every hour."),
            new(ReasonCode.PaymentsBeingRead, ErrorClass.Information,
                "De betalingen worden op dit moment al gelezen.",
                "The payments are being read at this moment.",
                "Kijk over een minuut opnieuw.",
                "Look again in a minute."),
            new(ReasonCode.PaymentsNotRead, ErrorClass.Transient,
                "De lijst met openstaande facturen kwam niet of niet volledig binnen ({code}). Aan de betaalstatus is niets veranderd.",
                "The list of open invoices did not come in, or not completely ({code}). Nothing was changed about the payment status.",
                "U hoeft niets te doen: de koppeling probeert het vanzelf opnieuw.",
                "Nothing to do: the link tries again by itself."),
            new(ReasonCode.BookingRemoved, ErrorClass.Permanent,
                "De boeking (mutatie {mutation}) staat niet meer in e-Boekhouden: iemand heeft haar daar verwijderd.",
                "The booking (mutation {mutation}) is no longer in e-Boekhouden: somebody removed it there.",
                "Was het een vergissing: voer de factuur in e-Boekhouden zelf weer in, met hetzelfde nummer, dezelfde relatie en hetzelfde bedrag; "
                + "dan volgt de koppeling haar weer. Anders hoeft u niets te doen.",
                "If it was a mistake: enter the invoice in e-Boekhouden again yourself, with the same number, relation and amount; then the link "
                + "follows it again. Otherwise there is nothing to do."),
            new(ReasonCode.ClosedNotVerified, ErrorClass.Permanent,
                "De factuur staat in e-Boekhouden maar niet meer bij de openstaande posten, en er is geen betaling te zien die dat verklaart. Of zij "
                + "betaald is, is dus niet zeker.",
                "The invoice is in e-Boekhouden but no longer among the open items, and no payment shows that explains it. So it is not certain "
                + "whether it is paid.",
                "Kijk in e-Boekhouden hoe de factuur is afgeboekt.",
                "Look in e-Boekhouden how the invoice was settled."),
            new(ReasonCode.ClosedNotLookedUp, ErrorClass.Transient,
                "De factuur staat niet meer bij de openstaande posten. Waarom kon niet worden opgezocht: de {limit} zoekopdrachten voor betalingen van "
                + "deze maand zijn op.",
                "The invoice is no longer among the open items. Why could not be looked up: this month's {limit} look-ups for payments are used up.",
                "U hoeft niets te doen: de koppeling zoekt het op zodra dat weer kan. Eerder weten: kijk in e-Boekhouden.",
                "Nothing to do: the link looks it up as soon as it can. To know earlier: look in e-Boekhouden."),
            new(ReasonCode.CreditNotTracked, ErrorClass.Information,
                "e-Boekhouden heeft deze creditfactuur nooit bij de openstaande posten laten zien. Haar status is niet te volgen.",
                "e-Boekhouden never showed this credit invoice among the open items. Its status can't be followed.",
                "Kijk in e-Boekhouden of zij is verrekend of terugbetaald.",
                "Look in e-Boekhouden whether it was settled or paid back."),
            new(ReasonCode.PaymentNotFollowed, ErrorClass.Information,
                "Deze factuur is geboekt in een andere administratie dan waarmee de koppeling nu is verbonden. Haar betaling wordt niet meer gevolgd; "
                + "u ziet wat het laatst bekend was.",
                "This invoice was booked in another administration than the one the link is connected to now. Its payment is not followed any more; you "
                + "see what was known last.",
                "Kijk in de eerdere administratie of zij betaald is.",
                "Look in the earlier administration whether it is paid."),
            new(ReasonCode.NothingToCollect, ErrorClass.Information,
                "Het totaal van deze factuur is 0,00: er valt niets te innen.",
                "The total of this invoice is 0.00: there is nothing to collect.",
                "U hoeft niets te doen.",
                "Nothing to do."),
        ]);
}
