namespace PerfectviewFunctions.Core.Errors.Entries;

/// <summary>What a test of the connection says, besides refused credentials.</summary>
internal static class TestEntries
{
    private const string AgainNl = "Uw gegevens zijn niet afgekeurd. Wacht even en kies opnieuw Testen.";
    private const string AgainEn = "Your credentials were not refused. Wait a moment and choose Test again.";

    public static ErrorTheme Theme { get; } = new(
        "test", "De verbinding testen", "Testing the connection",
        [
            new(ReasonCode.TestUnreachable, ErrorClass.Permanent,
                "e-Boekhouden is op dit moment niet bereikbaar.", "e-Boekhouden cannot be reached at this moment.", AgainNl, AgainEn),
            new(ReasonCode.TestTimedOut, ErrorClass.Permanent,
                "e-Boekhouden antwoordde niet op tijd.", "e-Boekhouden did not answer in time.", AgainNl, AgainEn),
            new(ReasonCode.TestThrottled, ErrorClass.Permanent,
                "e-Boekhouden heeft het druk en vraagt om later terug te komen.", "e-Boekhouden is busy and asks to come back later.",
                AgainNl, AgainEn),
            new(ReasonCode.TestSessionRefused, ErrorClass.Permanent,
                "e-Boekhouden liet de koppeling binnen, maar brak de aanmelding meteen weer af.",
                "e-Boekhouden let the link in, but ended its session again at once.", AgainNl, AgainEn),
            new(ReasonCode.TestBrokenOff, ErrorClass.Permanent,
                "Bij e-Boekhouden ging iets mis, of de verbinding viel weg.", "Something went wrong at e-Boekhouden, or the connection was lost.",
                AgainNl, AgainEn),
            new(ReasonCode.TestUnreadable, ErrorClass.Permanent,
                "Het antwoord van e-Boekhouden was niet te lezen.", "The answer of e-Boekhouden could not be read.",
                AgainNl + " Blijft dit zo, geef het dan door aan uw beheerder.", AgainEn + " If this stays, pass it on to your administrator."),
            new(ReasonCode.TestNotVerified, ErrorClass.Permanent,
                "e-Boekhouden kon de inloggegevens op dit moment niet controleren.",
                "e-Boekhouden could not verify the credentials at this moment.", AgainNl, AgainEn),
            new(ReasonCode.TestRefused, ErrorClass.Permanent,
                "e-Boekhouden weigerde met een melding die bij een test niet te verwachten is: {code}.",
                "e-Boekhouden refused with a message that is not to be expected of a test: {code}.",
                "Kies opnieuw Testen. Blijft dit zo, geef de code dan door aan uw beheerder.",
                "Choose Test again. If this stays, pass the code on to your administrator."),
            new(ReasonCode.DebtorAccountMissing, ErrorClass.Permanent,
                "De debiteurenrekening {account} van de instellingen staat niet in deze administratie.",
                "The debtor account {account} of the settings does not exist in this administration.",
                "Kies bij Instellingen een debiteurenrekening van deze administratie.",
                "Choose a debtor account of this administration under Settings."),
            new(ReasonCode.DebtorAccountOfOtherKind, ErrorClass.Permanent,
                "De debiteurenrekening {account} van de instellingen is in deze administratie geen debiteurenrekening (DEB), maar {category}.",
                "The debtor account {account} of the settings is no debtor account (DEB) in this administration, but {category}.",
                "Kies bij Instellingen een rekening van de soort debiteuren.",
                "Choose an account of the kind debtors under Settings."),
            new(ReasonCode.RevenueAccountMissing, ErrorClass.Permanent,
                "De omzetrekening {account} ({rows}) staat niet in deze administratie.",
                "The revenue account {account} ({rows}) does not exist in this administration.",
                "Kies bij Btw en grootboek een omzetrekening van deze administratie.",
                "Choose a revenue account of this administration under VAT and ledger."),
            new(ReasonCode.RevenueAccountOfOtherKind, ErrorClass.Permanent,
                "De omzetrekening {account} ({rows}) is in deze administratie geen rekening voor winst en verlies (VW), maar {category}.",
                "The revenue account {account} ({rows}) is no profit-and-loss account (VW) in this administration, but {category}.",
                "Kies bij Btw en grootboek een rekening van de soort winst en verlies.",
                "Choose an account of the kind profit and loss under VAT and ledger."),
            new(ReasonCode.NothingMapped, ErrorClass.Permanent,
                "Voor geen enkele btw-categorie zijn een btw-code en een grootboekrekening gekozen.",
                "No VAT category has a VAT code and a ledger account yet.",
                "Kies ze bij Btw en grootboek; tot dan worden facturen tegengehouden.",
                "Choose them under VAT and ledger; until then invoices are held back."),
        ]);
}
