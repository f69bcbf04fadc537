namespace PerfectviewFunctions.Sandbox;

/// <summary>The messages of the operations the sandbox knows: names and order as in the service's WSDL, lengths as in its manual.</summary>
internal static class Messages
{
    public const string Namespace = "http://www.e-boekhouden.nl/soap";

    public static ComplexType Error { get; } = Complex("cError", Str("LastErrorCode"), Str("LastErrorDescription"));

    public static ComplexType Relation { get; } = Complex(
        "cRelatie",
        Num("ID"), Day("AddDatum"), Str("Code", 15), Str("Bedrijf", 100), Str("Contactpersoon", 150), Str("Geslacht", 1),
        Str("Adres", 150), Str("Postcode", 50), Str("Plaats", 50), Str("Land", 50),
        Str("Adres2", 150), Str("Postcode2", 50), Str("Plaats2", 50), Str("Land2", 50),
        Str("Telefoon", 50), Str("GSM", 50), Str("FAX", 50), Str("Email", 150), Str("Site", 50), Str("Notitie"),
        Str("Bankrekening", 50), Str("Girorekening", 50), Str("BTWNummer", 50), Str("KvkNummer", 50), Str("Aanhef", 50),
        Str("IBAN", 50), Str("BIC", 50), Str("BP", 1),
        Str("Def1", 100), Str("Def2", 100), Str("Def3", 100), Str("Def4", 100), Str("Def5", 100),
        Str("Def6", 100), Str("Def7", 100), Str("Def8", 100), Str("Def9", 100), Str("Def10", 100),
        Str("LA", 1), Num("Gb_ID"), Num("GeenEmail"), Num("NieuwsbriefgroepenCount"));

    public static ComplexType MutationLine { get; } = Complex(
        "cMutatieRegel",
        Amount("BedragInvoer"), Amount("BedragExclBTW"), Amount("BedragBTW"), Amount("BedragInclBTW"),
        Str("BTWCode", 12), Amount("BTWPercentage"), Str("TegenrekeningCode", 10), Num("KostenplaatsID"));

    public static ComplexType Mutation { get; } = Complex(
        "cMutatie",
        Num("MutatieNr"), Kind(), Day("Datum"), Str("Rekening", 10), Str("RelatieCode", 15), Str("Factuurnummer", 50),
        Str("Boekstuk", 50), Str("Omschrijving", 200), Str("Betalingstermijn", 4), Str("Betalingskenmerk", 50), Str("InExBTW", 2),
        List("MutatieRegels", "ArrayOfCMutatieRegel", "cMutatieRegel", MutationLine));

    public static ComplexType MutationListLine { get; } = Complex(
        "cMutatieListRegel",
        Amount("BedragInvoer"), Amount("BedragExclBTW"), Amount("BedragBTW"), Amount("BedragInclBTW"),
        Str("BTWCode"), Amount("BTWPercentage"), Str("Factuurnummer"), Str("TegenrekeningCode"), Num("KostenplaatsID"));

    public static ComplexType MutationListItem { get; } = Complex(
        "cMutatieList",
        Num("MutatieNr"), Kind(), Day("Datum"), Str("Rekening"), Str("RelatieCode"), Str("Factuurnummer"),
        Str("Boekstuk"), Str("Omschrijving"), Str("Betalingstermijn"), Str("InExBTW"),
        List("MutatieRegels", "ArrayOfCMutatieListRegel", "cMutatieListRegel", MutationListLine));

    public static ComplexType OpenItem { get; } = Complex(
        "cOpenPost",
        Day("MutDatum"), Str("MutFactuur"), Str("RelCode"), Str("RelBedrijf"),
        Required("Bedrag", Scalars.Double), Required("Voldaan", Scalars.Double), Required("Openstaand", Scalars.Double));

    public static ComplexType LedgerAccount { get; } = Complex(
        "cGrootboekrekening", Num("ID"), Str("Code"), Str("Omschrijving"), Str("Categorie"), Str("Groep"));

    public static ComplexType Administration { get; } = Complex(
        "cAdministratie", Str("Bedrijf"), Str("Plaats"), Str("Guid"), Str("StartBoekjaar"));

    public static IReadOnlyList<SoapOperation> Operations { get; } =
    [
        InSession("GetAdministraties", [], List("Administraties", "ArrayOfCAdministratie", "cAdministratie", Administration)),
        InSession("AddMutatie", [Part("oMut", Mutation)], Num("Mutatienummer")),
        InSession(
            "GetMutaties",
            [Part("cFilter", Complex(
                "cMutatieFilter",
                Num("MutatieNr"), new("MutatieNrVan", Scalars.Long), new("MutatieNrTm", Scalars.Long), Str("Factuurnummer", 50),
                Day("DatumVan"), Day("DatumTm")))],
            List("Mutaties", "ArrayOfCMutatieList", "cMutatieList", MutationListItem)),
        InSession(
            "GetGrootboekrekeningen",
            [Part("cFilter", Complex("cGrootboekrekeningFilter", Num("ID"), Str("Code", 10), Str("Categorie", 10)))],
            List("Rekeningen", "ArrayOfCGrootboekrekening", "cGrootboekrekening", LedgerAccount)),
        InSession("AddRelatie", [Part("oRel", Relation)], Num("Rel_ID")),
        new("UpdateRelatie", [.. SessionFields, Part("oRel", Relation)], Part("UpdateRelatieResult", Error)),
        InSession(
            "GetRelaties",
            [Part("cFilter", Complex("cRelatieFilter", Str("Trefwoord"), Str("Code", 15), Num("ID")))],
            List("Relaties", "ArrayOfCRelatie", "cRelatie", Relation)),
        InSession(
            "GetOpenPosten",
            [Required("OpSoort", Scalars.Enum("tns:enOpenpostenSoort", "Debiteuren", "Crediteuren"))],
            List("Openposten", "ArrayOfCOpenPost", "cOpenPost", OpenItem)),
        new(
            "OpenSession",
            [Str("Username", 55), Str("SecurityCode1", 50), Str("SecurityCode2", 50), Str("Source", 15)],
            Result("OpenSession", Str("SessionID"))),
        new("CloseSession", [Str("SessionID", 38)], null),
    ];

    private static IReadOnlyList<SoapField> SessionFields => [Str("SessionID", 50), Str("SecurityCode2", 50)];

    public static SoapOperation? Find(string name) => Operations.FirstOrDefault(operation => operation.Name == name);

    private static SoapOperation InSession(string name, IReadOnlyList<SoapField> request, SoapField answer) =>
        new(name, [.. SessionFields, .. request], Result(name, answer));

    private static SoapField Result(string operation, SoapField answer) =>
        Part(operation + "Result", Complex("cResult" + operation, Part("ErrorMsg", Error), answer));

    private static ComplexType Complex(string name, params IReadOnlyList<SoapField> fields) => new("tns:" + name, fields);

    private static SoapField Str(string name, int? maxLength = null) => new(name, Scalars.Text, MaxLength: maxLength);

    private static SoapField Num(string name) => Required(name, Scalars.Long);

    private static SoapField Day(string name) => Required(name, Scalars.Date);

    private static SoapField Amount(string name) => Required(name, Scalars.Decimal);

    private static SoapField Kind() =>
        Required("Soort", Scalars.Enum("tns:enMutatieSoorten", System.Enum.GetNames<MutationKind>()));

    private static SoapField Required(string name, SoapType type) => new(name, type, Required: true);

    private static SoapField Part(string name, SoapType type) => new(name, type);

    private static SoapField List(string name, string arrayName, string itemName, ComplexType item) =>
        Part(name, Complex(arrayName, new SoapField(itemName, item, Many: true)));
}
