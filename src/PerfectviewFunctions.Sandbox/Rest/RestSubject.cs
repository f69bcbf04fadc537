namespace PerfectviewFunctions.Sandbox;

/// <summary>Which invoice and relation a call is about, for faults and the log: from its body, its path or its query.</summary>
internal static class RestSubject
{
    /// <param name="books">Null without a session: ids can't be looked up then.</param>
    public static (string InvoiceNumber, string RelationCode) Of(
        RestRequest request, SandboxAdministration? books) => request.Route.Action switch
    {
        RestAction.AddMutation => (NumberIn(request.Body.Values), CodeOf(IdIn(request.Body.Values), books)),
        RestAction.AddRelation => ("", request.Body.Values?.Text("code") ?? ""),
        RestAction.UpdateRelation or RestAction.GetRelation => ("", CodeOf(request.Route.Id, books)),
        RestAction.ListRelations => ("", InQuery(request, "code")),
        RestAction.ListMutations or RestAction.ListOutstanding => (InQuery(request, "invoiceNumber"), ""),
        _ => ("", ""),
    };

    private static string NumberIn(RestValues? body) =>
        body?.Text("invoiceNumber") is { Length: > 0 } number
            ? number
            : body?.Items("rows").Select(row => row.Text("invoiceNumber")).FirstOrDefault(inRow => inRow is not null) ?? "";

    private static long IdIn(RestValues? body) =>
        body?.Long("relationId")
        ?? body?.Items("rows").Select(row => row.Long("relationId")).FirstOrDefault(inRow => inRow is not null)
        ?? 0;

    private static string CodeOf(long relationId, SandboxAdministration? books) => books?.FindRelation(relationId)?.Code ?? "";

    private static string InQuery(RestRequest request, string name) =>
        request.Query[name].FirstOrDefault() ?? request.Query[name + "[eq]"].FirstOrDefault() ?? "";
}
