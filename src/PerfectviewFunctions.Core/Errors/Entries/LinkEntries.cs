namespace PerfectviewFunctions.Core.Errors.Entries;

/// <summary>Why a change of the link itself can't be made now.</summary>
internal static class LinkEntries
{
    public static ErrorTheme Theme { get; } = new(
        "link", "De koppeling instellen en verbreken", "Setting up and ending the link",
        [
            new(ReasonCode.CredentialsMissing, ErrorClass.Connection,
                "De inloggegevens van e-Boekhouden ontbreken, hoewel de koppeling is ingesteld. Uw facturen wachten en raken niet kwijt.",
                "The credentials for e-Boekhouden are missing although the link is set up. Your invoices wait and are not lost.",
                "Vul bij Instellingen het API-token in, of de gebruikersnaam en beveiligingscode 1 en 2, en kies Testen.",
                "Enter the API token, or the user name and security codes 1 and 2, under Settings and choose Test."),
            new(ReasonCode.CredentialsOfAnother, ErrorClass.Connection,
                "De bewaarde inloggegevens openen een andere administratie dan die van deze koppeling: een wijziging is halverwege "
                + "gebleven. Uw facturen wachten en raken niet kwijt.",
                "The saved credentials open another administration than the one of this link: a change stopped halfway. Your invoices wait "
                + "and are not lost.",
                "Vul bij Instellingen de gegevens in van de administratie waarin u wilt boeken en sla ze op.",
                "Enter the credentials of the administration you want to book in under Settings and save them."),
            new(ReasonCode.OtherAdministration, ErrorClass.Permanent,
                "Deze gegevens openen een andere administratie dan waarmee de koppeling nu is verbonden. Facturen die al geboekt zijn, "
                + "blijven in de oude administratie; hun betaalstatus wordt niet meer gelezen. Facturen die wachten ({count}), worden in "
                + "de nieuwe geboekt. Debiteuren worden daar opnieuw opgezocht.",
                "These credentials open another administration than the one the link is connected to now. Invoices that are booked already "
                + "stay in the old administration; their payment status is no longer read. Invoices that wait ({count}) will be booked in "
                + "the new one. Debtors are matched anew there.",
                "Is dit de bedoeling, bevestig dan de andere administratie en sla opnieuw op. Zo niet, neem dan beveiligingscode 2 van de "
                + "oude administratie over, of maak daar een API-token.",
                "If this is what you want, confirm the other administration and save again. If not, copy security code 2 of the old "
                + "administration, or make an API token there."),
            new(ReasonCode.AdministrationUnknown, ErrorClass.Permanent,
                "De gegevens werken, maar de koppeling kan niet zien welke administratie ze openen: van een andere koppeling is de "
                + "administratie nu niet te lezen, of er passen er meer bij. Er is niets gewijzigd.",
                "The credentials work, but the link can't see which administration they open: that of another link can't be read now, or "
                + "several fit. Nothing was changed.",
                "Vraag uw beheerder om bij het opslaan te zeggen van welke koppeling deze administratie is, of dat ze nieuw is.",
                "Ask your administrator to say when saving whose administration this is, or that it is new."),
            new(ReasonCode.AdministrationBusy, ErrorClass.Permanent,
                "Van {count} facturen is nog niet zeker of ze in de oude administratie geboekt zijn. Tot dat zeker is, kan de koppeling "
                + "niet naar een andere administratie.",
                "Of {count} invoices it is not certain yet whether they were booked in the old administration. Until it is, the link can't "
                + "go to another administration.",
                "Wacht tot deze facturen klaar zijn, meestal een paar minuten, en sla dan opnieuw op. Is de koppeling verbroken, verbind "
                + "haar dan eerst weer met de oude administratie.",
                "Wait until these invoices are settled, usually a few minutes, and save again. If the link was ended, first connect it to "
                + "the old administration again."),
            new(ReasonCode.AdministrationInUse, ErrorClass.Permanent,
                "Op dit moment wordt er in de oude administratie geboekt. Er is niets gewijzigd.",
                "The link is booking in the old administration at this moment. Nothing was changed.",
                "Probeer het over een minuut opnieuw.",
                "Try again in a minute."),
            new(ReasonCode.LinkBeingChanged, ErrorClass.Permanent,
                "Iemand anders wijzigt deze koppeling op dit moment. Er is niets gewijzigd.",
                "Somebody else is changing this link at this moment. Nothing was changed.",
                "Kijk over een minuut wat er nu staat en probeer het dan opnieuw.",
                "Look in a minute at what it says then, and try again."),
            new(ReasonCode.PrefixNeeded, ErrorClass.Permanent,
                "In deze administratie boekt nog een koppeling, en de factuurnummers van beide zijn niet uit elkaar te houden.",
                "Another link books in this administration, and the invoice numbers of the two can't be told apart.",
                "Geef deze koppeling bij Instellingen eerst een eigen voorvoegsel voor factuurnummers, dat niet met dat van de andere "
                + "begint en omgekeerd, en sla dan de gegevens opnieuw op.",
                "First give this link a number prefix of its own under Settings, neither beginning with the other's nor the other way "
                + "round, then save the credentials again."),
            new(ReasonCode.PrefixNeededElsewhere, ErrorClass.Permanent,
                "In deze administratie boekt nog een koppeling, en die zet geen voorvoegsel voor haar factuurnummers. De nummers van beide "
                + "zijn zo niet uit elkaar te houden.",
                "Another link books in this administration, without a prefix before its invoice numbers. The numbers of the two can't be "
                + "told apart that way.",
                "Vraag uw beheerder om de andere koppeling een voorvoegsel te geven en zorg dat ook deze er een heeft. Sla dan de gegevens "
                + "opnieuw op.",
                "Ask your administrator to give the other link a number prefix, and make sure that this one has one too. Then save the "
                + "credentials again."),
            new(ReasonCode.StillLinked, ErrorClass.Permanent,
                "Deze koppeling is nog verbonden met e-Boekhouden en kan zo niet worden opgeheven.",
                "This link is still connected to e-Boekhouden and can't be retired like this.",
                "Verbreek eerst de koppeling.",
                "End the link first."),
            new(ReasonCode.WorkOpen, ErrorClass.Permanent,
                "Er wachten nog facturen op deze koppeling: {count}. Bij opheffen zouden ze nooit meer geboekt worden.",
                "Invoices still wait for this link: {count}. If it were retired they would never be booked.",
                "Negeer deze facturen, of verbind de koppeling opnieuw zodat ze geboekt worden.",
                "Ignore these invoices, or connect the link again so that they are booked."),
            new(ReasonCode.TenantIdTaken, ErrorClass.Permanent,
                "De naam {id} is, of was, van een andere koppeling. Ook de naam van een opgeheven koppeling wordt niet opnieuw uitgegeven.",
                "The id {id} belongs, or belonged, to another link. The id of a retired link is not given out again either.",
                "Kies een andere naam.",
                "Choose another id."),
        ]);
}
