using System.Text.Json.Nodes;

namespace PerfectviewFunctions.Sandbox;

internal static class RestLedgerOperations
{
    public static RestResult List(SandboxAdministration books, IQueryCollection query)
    {
        var (page, pageFault) = RestPage.Of(query);
        var (lists, filterFault) = RestFilters.Read(
            query,
            RestFilters.Text<SandboxLedgerAccount>("code", account => account.Code),
            RestFilters.Text<SandboxLedgerAccount>("category", account => account.Category));
        return (pageFault ?? filterFault) is { } fault
            ? RestResult.Refused(fault)
            : page.Answer(
                books.LedgerAccounts.Where(account => lists(account)).OrderBy(account => account.Code, StringComparer.Ordinal), ToItem);
    }

    public static RestResult Get(SandboxAdministration books, long id) =>
        books.FindLedgerAccount(id) is { } account ? RestResult.Ok(ToItem(account)) : RestResult.Refused(RestErrors.LedgerNotFound);

    private static JsonObject ToItem(SandboxLedgerAccount account) => new()
    {
        ["id"] = account.Id,
        ["code"] = account.Code,
        ["description"] = account.Description,
        ["category"] = account.Category,
        ["group"] = "",
    };
}
