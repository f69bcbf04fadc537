using System.Text.Json.Nodes;

namespace PerfectviewFunctions.Sandbox;

internal static class RestMutationOperations
{
    public static RestResult List(SandboxAdministration books, IQueryCollection query, SandboxSwitches switches)
    {
        var (page, pageFault) = RestPage.Of(query);
        var (lists, filterFault) = RestFilters.Read(
            query,
            RestFilters.Number<SandboxMutation>("type", mutation => (long)mutation.Kind),
            RestFilters.Number<SandboxMutation>("id", mutation => mutation.Number),
            RestFilters.Text<SandboxMutation>("description", mutation => mutation.Description),
            RestFilters.Texts<SandboxMutation>("invoiceNumber", mutation => mutation.FoundBy(switches.FilterFindsLines)),
            RestFilters.Date<SandboxMutation>("date", mutation => mutation.Date));
        return (pageFault ?? filterFault) is { } fault
            ? RestResult.Refused(fault)
            : page.Answer(books.Mutations.Where(mutation => lists(mutation)), mutation => RestMutationForm.ToItem(mutation, books));
    }

    public static RestResult Get(SandboxAdministration books, long id) =>
        books.FindMutation(id) is { } mutation
            ? RestResult.Ok(RestMutationForm.ToObject(mutation, books))
            : RestResult.Refused(RestErrors.MutationNotFound);

    public static RestResult Add(SandboxAdministration books, RestValues body, SandboxSwitches switches)
    {
        var sent = RestMutation.Read(body);
        if ((body.Fault ?? RestMutationRules.CheckHead(sent, books) ?? RestRowRules.Check(sent, books, switches)) is { } fault)
        {
            return RestResult.Refused(fault);
        }

        var mutation = RestMutationForm.ToMutation(sent, books, switches);
        return RestMutationRules.CheckBooks(sent, mutation, books, switches) is { } refusal
            ? RestResult.Refused(refusal)
            : RestResult.Created(new JsonObject { ["id"] = books.AddMutation(mutation).Number });
    }

    public static RestResult ListOutstanding(SandboxAdministration books, IQueryCollection query)
    {
        var (page, pageFault) = RestPage.Of(query);
        var (lists, filterFault) = RestFilters.Read(query, RestFilters.Text<SandboxOpenItem>("invoiceNumber", item => item.InvoiceNumber));
        var side = query["credDeb"].ToString();
        var sideFault = side switch
        {
            "" => new RestFault(RestErrors.DebtorOrCreditorMissing, "credDeb"),
            "D" or "C" => null,
            _ => new RestFault(RestErrors.DebtorOrCreditorInvalid, "credDeb"),
        };
        if ((sideFault ?? pageFault ?? filterFault) is { } fault)
        {
            return RestResult.Refused(fault);
        }

        var ids = books.Relations.DistinctBy(relation => relation.Code).ToDictionary(relation => relation.Code, relation => relation.Id);
        return page.Answer((side == "D" ? books.OpenDebtors() : books.OpenCreditors()).Where(item => lists(item)), item => new JsonObject
        {
            ["date"] = RestDates.Print(item.Date),
            ["mutationId"] = item.MutationNumber,
            ["invoiceNumber"] = item.InvoiceNumber,
            ["relationId"] = ids.GetValueOrDefault(item.RelationCode),
            ["relationCode"] = item.RelationCode,
            ["company"] = item.RelationName,
            ["totalAmount"] = item.Amount,
            ["paidAmount"] = item.Paid,
            ["outstandingAmount"] = item.Open,
        });
    }
}
