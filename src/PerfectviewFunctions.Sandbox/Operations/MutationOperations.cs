namespace PerfectviewFunctions.Sandbox;

internal static class MutationOperations
{
    public static OperationResult Add(SandboxAdministration books, SoapNode sent, SandboxSwitches switches)
    {
        if (Lengths.Apply(Messages.Mutation, sent, switches.Overlong) is not { } node)
        {
            return OperationResult.Refused(ErrorCodes.MutationTextTooLong);
        }

        var mutation = FromNode(node);
        return MutationRules.Check(mutation, books, switches) is { } error
            ? OperationResult.Refused(error)
            : OperationResult.Done("Mutatienummer", books.AddMutation(mutation).Number);
    }

    /// <exception cref="SoapFaultException">A date is missing: the service has no code for it and can't search from the year 1.</exception>
    public static OperationResult List(SandboxAdministration books, SoapNode filter, SandboxSwitches switches)
    {
        var (from, until) = (filter.Date("DatumVan"), filter.Date("DatumTm"));
        if (from == default || until == default)
        {
            throw new SoapFaultException("DatumVan and DatumTm are mandatory.");
        }

        books.GetMutatiesCallsThisMonth++;
        if (books.GetMutatiesCallsThisMonth > switches.GetMutatiesPerMonth)
        {
            return OperationResult.Refused(ErrorCodes.CallLimit);
        }

        var (only, first, last) = (filter.Long("MutatieNr"), filter.Long("MutatieNrVan"), filter.Long("MutatieNrTm"));
        var invoiceNumber = filter.Text("Factuurnummer");
        return OperationResult.Listed("Mutaties", "cMutatieList", books.Mutations
            .Where(mutation => mutation.Date >= from && mutation.Date <= until
                && (only == 0 || mutation.Number == only)
                && (first == 0 || mutation.Number >= first)
                && (last == 0 || mutation.Number <= last)
                && (invoiceNumber.Length == 0 || mutation.FoundBy(switches.FilterFindsLines).Contains(invoiceNumber)))
            .TakeLast(switches.MaxRows)
            .Select(ToNode));
    }

    public static OperationResult ListOpen(SandboxAdministration books, bool debtors) =>
        OperationResult.Listed("Openposten", "cOpenPost", (debtors ? books.OpenDebtors() : books.OpenCreditors())
            .Select(item => new SoapNode
            {
                ["MutDatum"] = item.Date,
                ["MutFactuur"] = item.InvoiceNumber,
                ["RelCode"] = item.RelationCode,
                ["RelBedrijf"] = item.RelationName,
                ["Bedrag"] = item.Amount,
                ["Voldaan"] = item.Paid,
                ["Openstaand"] = item.Open,
            }));

    private static SandboxMutation FromNode(SoapNode node) => new(
        node.Choice<MutationKind>("Soort"),
        node.Date("Datum"),
        node.Text("Rekening"),
        [.. node.List("MutatieRegels", "cMutatieRegel").Select(LineFromNode)])
    {
        RelationCode = node.Text("RelatieCode"),
        InvoiceNumber = node.Text("Factuurnummer"),
        Entry = node.Text("Boekstuk"),
        Description = node.Text("Omschrijving"),
        PaymentTerm = node.Text("Betalingstermijn"),
        PaymentReference = node.Text("Betalingskenmerk"),
        InExVat = node.Text("InExBTW"),
    };

    private static SandboxMutationLine LineFromNode(SoapNode node) => new(
        node.Amount("BedragExclBTW"),
        node.Amount("BedragBTW"),
        node.Text("BTWCode"),
        node.Amount("BTWPercentage"),
        node.Text("TegenrekeningCode"))
    {
        Entered = node.Amount("BedragInvoer"),
        Gross = node.Amount("BedragInclBTW"),
        CostCentreId = node.Long("KostenplaatsID"),
    };

    private static SoapNode ToNode(SandboxMutation mutation) => new()
    {
        ["MutatieNr"] = mutation.Number,
        ["Soort"] = mutation.Kind.ToString(),
        ["Datum"] = mutation.Date,
        ["Rekening"] = mutation.Account,
        ["RelatieCode"] = mutation.RelationCode,
        ["Factuurnummer"] = mutation.InvoiceNumber,
        ["Boekstuk"] = mutation.Entry,
        ["Omschrijving"] = mutation.Description,
        ["Betalingstermijn"] = mutation.PaymentTerm,
        ["InExBTW"] = mutation.InExVat,
        ["MutatieRegels"] = SoapNode.Array("cMutatieListRegel", mutation.Lines.Select(line => new SoapNode
        {
            ["BedragInvoer"] = line.Entered,
            ["BedragExclBTW"] = line.Net,
            ["BedragBTW"] = line.Vat,
            ["BedragInclBTW"] = line.Gross,
            ["BTWCode"] = line.VatCode,
            ["BTWPercentage"] = line.VatPercentage,
            ["Factuurnummer"] = mutation.IsInvoicePayment ? mutation.NumberOf(line) : "",
            ["TegenrekeningCode"] = line.CounterAccount,
            ["KostenplaatsID"] = line.CostCentreId,
        })),
    };
}
