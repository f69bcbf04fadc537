using System.Globalization;

namespace PerfectviewFunctions.Sandbox;

/// <summary>What the REST API can do.</summary>
internal enum RestAction
{
    OpenSession,
    CloseSession,
    ListAdministrations,
    ListLinkedAdministrations,
    ListLedgers,
    GetLedger,
    ListRelations,
    GetRelation,
    AddRelation,
    UpdateRelation,
    ListMutations,
    GetMutation,
    AddMutation,
    ListOutstanding,
}

/// <summary>Where a call goes by its method and path.</summary>
/// <param name="Id">In the path; 0 when the path has none.</param>
internal sealed record RestRoute(RestAction Action, long Id)
{
    private static readonly (string Method, string Path, RestAction Action)[] Table =
    [
        ("POST", "session", RestAction.OpenSession),
        ("DELETE", "session", RestAction.CloseSession),
        ("GET", "administration", RestAction.ListAdministrations),
        ("GET", "administration/linked", RestAction.ListLinkedAdministrations),
        ("GET", "ledger", RestAction.ListLedgers),
        ("GET", "ledger/{id}", RestAction.GetLedger),
        ("GET", "relation", RestAction.ListRelations),
        ("POST", "relation", RestAction.AddRelation),
        ("GET", "relation/{id}", RestAction.GetRelation),
        ("PATCH", "relation/{id}", RestAction.UpdateRelation),
        ("GET", "mutation", RestAction.ListMutations),
        ("POST", "mutation", RestAction.AddMutation),
        ("GET", "mutation/invoice/outstanding", RestAction.ListOutstanding),
        ("GET", "mutation/{id}", RestAction.GetMutation),
    ];

    public bool HasBody => Action is RestAction.OpenSession or RestAction.AddRelation or RestAction.UpdateRelation or RestAction.AddMutation;

    /// <summary>The SOAP operation that does the same: by it calls are counted, logged and struck by faults.</summary>
    public string Operation => Action switch
    {
        RestAction.OpenSession => "OpenSession",
        RestAction.CloseSession => "CloseSession",
        RestAction.ListAdministrations or RestAction.ListLinkedAdministrations => "GetAdministraties",
        RestAction.ListLedgers or RestAction.GetLedger => "GetGrootboekrekeningen",
        RestAction.ListRelations or RestAction.GetRelation => "GetRelaties",
        RestAction.AddRelation => "AddRelatie",
        RestAction.UpdateRelation => "UpdateRelatie",
        RestAction.ListMutations or RestAction.GetMutation => "GetMutaties",
        RestAction.AddMutation => "AddMutatie",
        _ => "GetOpenPosten",
    };

    /// <param name="path">Below /v1/.</param>
    /// <returns>Null when there is none; known says whether another method has one there.</returns>
    public static RestRoute? Find(string method, string path, out bool known)
    {
        var trimmed = path.Trim('/');
        var cut = trimmed.LastIndexOf('/');
        var id = 0L;
        var isById = cut > 0 && long.TryParse(trimmed.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out id);
        var form = isById ? trimmed[..cut] + "/{id}" : trimmed;
        var there = Table.Where(route => route.Path.Equals(form, StringComparison.OrdinalIgnoreCase)).ToList();
        known = there.Count > 0;
        var index = there.FindIndex(route => route.Method == method);
        return index < 0 ? null : new RestRoute(there[index].Action, id);
    }
}
