namespace PerfectviewFunctions.Sandbox;

internal static class LedgerOperations
{
    public static OperationResult List(SandboxAdministration books, SoapNode filter)
    {
        var (id, code, category) = (filter.Long("ID"), filter.Text("Code"), filter.Text("Categorie"));
        return OperationResult.Listed("Rekeningen", "cGrootboekrekening", books.LedgerAccounts
            .Where(account => (id == 0 || account.Id == id)
                && (code.Length == 0 || account.Code == code)
                && (category.Length == 0 || account.Category == category))
            .OrderBy(account => account.Code, StringComparer.Ordinal)
            .Select(account => new SoapNode
            {
                ["ID"] = account.Id,
                ["Code"] = account.Code,
                ["Omschrijving"] = account.Description,
                ["Categorie"] = account.Category,
                ["Groep"] = "",
            }));
    }
}
