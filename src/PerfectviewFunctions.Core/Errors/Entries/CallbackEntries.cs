using PerfectviewFunctions.Core.Callbacks;

namespace PerfectviewFunctions.Core.Errors.Entries;

/// <summary>Messages about payments that did not reach Perfectview.</summary>
internal static class CallbackEntries
{
    private const string RetryNl = "U hoeft niets te doen: de koppeling stuurt de melding vanzelf opnieuw, een dag lang. Houdt het aan: controleer het terugmeldadres bij Instellingen.";
    private const string RetryEn = "Nothing to do: the link sends the message again by itself, for a day. If it lasts: check the callback address under Settings.";

    public static ErrorTheme Theme { get; } = new(
        "callbacks", "Terugmelden aan Perfectview", "Messages to Perfectview",
        [
            new(ReasonCode.CallbackGivenUp, ErrorClass.Permanent,
                "De betaalstatus kon {hours} uur lang niet aan Perfectview worden gemeld. De laatste keer: {code}.",
                "For {hours} hours the payment status could not be told to Perfectview. The last time: {code}.",
                "Controleer het terugmeldadres bij Instellingen en laat daarna de betalingen opnieuw lezen: dan wordt alles wat bleef liggen weer verstuurd.",
                "Check the callback address under Settings and then have the payments read again: whatever was left is sent once more."),
            new(CallbackFailure.Unreachable, ErrorClass.Transient,
                "Het terugmeldadres van Perfectview is niet bereikbaar.",
                "The callback address of Perfectview can't be reached.",
                RetryNl, RetryEn),
            new(CallbackFailure.TimedOut, ErrorClass.Transient,
                "Het terugmeldadres van Perfectview antwoordde niet op tijd.",
                "The callback address of Perfectview did not answer in time.",
                RetryNl, RetryEn),
            new(CallbackFailure.ConnectionLost, ErrorClass.Transient,
                "De verbinding met het terugmeldadres van Perfectview viel weg.",
                "The connection to the callback address of Perfectview was lost.",
                RetryNl, RetryEn),
            new(CallbackFailure.Refused, ErrorClass.Transient,
                "Het terugmeldadres van Perfectview nam de melding niet aan.",
                "The callback address of Perfectview did not take the message.",
                RetryNl, RetryEn),
            new(CallbackFailure.Redirected, ErrorClass.Transient,
                "Het terugmeldadres verwijst door naar een ander adres. Dat wordt om veiligheidsredenen niet gevolgd.",
                "The callback address leads on to another address. For safety that is not followed.",
                "Vul bij Instellingen het adres in waar de melding uiteindelijk moet zijn.",
                "Enter the final address under Settings."),
            new(CallbackFailure.Unsigned, ErrorClass.Transient,
                "Er is geen geheim om de melding aan Perfectview mee te ondertekenen.",
                "There is no secret to sign the message to Perfectview with.",
                "Laat de beheerder bij Koppeling een nieuw webhookgeheim maken en vul het in Perfectview in.",
                "Have the operator make a new webhook secret for the link and enter it in Perfectview."),
            new(CallbackFailure.NotAllowed, ErrorClass.Transient,
                "Het terugmeldadres is niet toegestaan: het begint niet met https:// of ligt in een besloten netwerk.",
                "The callback address is not allowed: it does not start with https:// or lies in a private network.",
                "Vul bij Instellingen een openbaar https-adres in, of laat de beheerder besloten adressen toestaan.",
                "Enter a public https address under Settings, or have the operator allow private addresses."),
        ]);
}
