namespace PerfectviewFunctions.Sandbox;

/// <summary>The codes of the service's manual, with a Dutch sentence each. Those ending in a 9xx are the sandbox's own: the manual names none.</summary>
internal static class ErrorCodes
{
    public const string InvalidCredentials = "E001.1";
    public const string NoAdministration = "E001.2";
    public const string WrongSecurityCode2 = "E001.3";
    public const string NoPermission = "E001.5";
    public const string CannotVerify = "E001.7";
    public const string InvalidSessionData = "E002.1";
    public const string SessionNotFound = "E002.2";
    public const string SessionExpired = "E002.3";
    public const string SessionClosed = "E002.4";
    public const string CallLimit = "E003.1";

    public const string AccountUnknown = "CMUT001";
    public const string AccountCategory = "CMUT001.1";
    public const string InExMissing = "CMUT003";
    public const string InExInvalid = "CMUT003.1";
    public const string Date = "CMUT004";
    public const string DescriptionMissing = "CMUT005";
    public const string LineCount = "CMUT006";
    public const string Kind = "CMUT008";
    public const string Sum = "CMUT010";
    public const string VatAmount = "CMUT010.1";
    public const string VatCodeNotAllowed = "CMUT011";
    public const string CounterAccount = "CMUT012";
    public const string InvoiceNumberMissing = "CMUT013";
    public const string RelationOrTermMissing = "CMUT014";
    public const string NotCreditorAccount = "CMUT015";
    public const string NotDebtorAccount = "CMUT016";
    public const string RelationUnknown = "CMUT017";
    public const string DuplicateForRelation = "CMUT018";
    public const string DuplicateNumber = "CMUT019";
    public const string PeriodClosed = "CMUT020";
    public const string OneLineOnly = "CMUT021";
    public const string PaymentNumberMissing = "CMUT023";
    public const string PaymentRelationMissing = "CMUT024";
    public const string PaymentRelationUnknown = "CMUT025";
    public const string PaymentNotLinked = "CMUT026";
    public const string CounterNotDebtor = "CMUT027";
    public const string CounterNotCreditor = "CMUT028";
    public const string VatCodeInvalid = "CMUT033";
    public const string MutationTextTooLong = "CMUT900";

    public const string RelationCodeInUse = "CREL001";
    public const string RelationTextTooLong = "CREL900";
    public const string RelationCodeMissing = "CREL901";
    public const string RelationNameMissing = "CREL902";
    public const string RelationTypeInvalid = "CREL903";
    public const string RelationIdUnknown = "CREL904";

    private static readonly Dictionary<string, string> Descriptions = new()
    {
        [InvalidCredentials] = "De inloggegevens zijn onjuist.",
        [NoAdministration] = "Er is geen administratie gevonden.",
        [WrongSecurityCode2] = "Beveiligingscode 2 is onjuist.",
        [NoPermission] = "De gebruiker heeft onvoldoende rechten.",
        [CannotVerify] = "De gegevens konden niet worden gecontroleerd.",
        [InvalidSessionData] = "De sessiegegevens zijn ongeldig.",
        [SessionNotFound] = "De sessie is niet gevonden.",
        [SessionExpired] = "De sessie is verlopen.",
        [SessionClosed] = "De sessie is al gesloten.",
        [CallLimit] = "Het maximale aantal aanroepen van deze maand is bereikt.",
        [AccountUnknown] = "De rekening bestaat niet.",
        [AccountCategory] = "De rekening heeft een verkeerde categorie.",
        [InExMissing] = "Er is niet opgegeven of de bedragen in- of exclusief btw zijn.",
        [InExInvalid] = "InExBTW moet IN of EX zijn.",
        [Date] = "De datum ontbreekt of ligt niet tussen 1980 en 2049.",
        [DescriptionMissing] = "De omschrijving ontbreekt.",
        [LineCount] = "Een mutatie heeft minimaal 1 en maximaal 100 regels.",
        [Kind] = "De mutatiesoort is onbekend.",
        [Sum] = "Bedrag exclusief btw en btw zijn samen niet gelijk aan bedrag inclusief btw.",
        [VatAmount] = "Het btw-bedrag klopt niet met bedrag en percentage.",
        [VatCodeNotAllowed] = "De btw-code of het percentage is niet toegestaan bij deze mutatie.",
        [CounterAccount] = "De tegenrekening bestaat niet of heeft een verkeerde categorie.",
        [InvoiceNumberMissing] = "Het factuurnummer ontbreekt.",
        [RelationOrTermMissing] = "De relatiecode of de betalingstermijn ontbreekt.",
        [NotCreditorAccount] = "De rekening is geen crediteurenrekening.",
        [NotDebtorAccount] = "De rekening is geen debiteurenrekening.",
        [RelationUnknown] = "De relatie bestaat niet.",
        [DuplicateForRelation] = "De combinatie van relatie en factuurnummer bestaat al.",
        [DuplicateNumber] = "Het factuurnummer bestaat al.",
        [PeriodClosed] = "De periode is afgesloten.",
        [OneLineOnly] = "Deze mutatiesoort heeft precies één regel.",
        [PaymentNumberMissing] = "Het factuurnummer ontbreekt.",
        [PaymentRelationMissing] = "De relatiecode ontbreekt.",
        [PaymentRelationUnknown] = "De relatie bestaat niet.",
        [PaymentNotLinked] = "De betaling kan niet aan een factuur van deze relatie worden gekoppeld.",
        [CounterNotDebtor] = "De tegenrekening is geen debiteurenrekening.",
        [CounterNotCreditor] = "De tegenrekening is geen crediteurenrekening.",
        [VatCodeInvalid] = "De btw-code is ongeldig.",
        [MutationTextTooLong] = "Een tekst is te lang.",
        [RelationCodeInUse] = "De relatiecode is al in gebruik.",
        [RelationTextTooLong] = "Een tekst is te lang.",
        [RelationCodeMissing] = "De relatiecode ontbreekt.",
        [RelationNameMissing] = "De bedrijfsnaam ontbreekt.",
        [RelationTypeInvalid] = "BP moet B of P zijn.",
        [RelationIdUnknown] = "De relatie bestaat niet.",
    };

    public static string Describe(string code) => Descriptions.GetValueOrDefault(code, "Er is een fout opgetreden.");
}
