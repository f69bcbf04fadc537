namespace PerfectviewFunctions.Web.Gate;

/// <summary>
/// Who may call an endpoint. Every endpoint declares one; the gate checks it before anything else runs. There is none for 0, so that a rule
/// nobody declared lets nobody in.
/// </summary>
public enum Access
{
    /// <summary>Anybody; the endpoint tells nothing that needs protection.</summary>
    Anybody = 1,

    /// <summary>Anybody reaches it, and its first act is to check the sender's proof over the body.</summary>
    Signature,

    /// <summary>Operators, and people who have a role for any tenant; the endpoint shows each his own.</summary>
    Person,

    /// <summary>Those who run the deployment.</summary>
    Operator,

    /// <summary>Operators, and people who may look at the tenant of the route.</summary>
    TenantView,

    /// <summary>Operators, and people who may change things of the tenant of the route.</summary>
    TenantManage,

    /// <summary>As <see cref="TenantView"/>, and who has the read key of the tenant of the route.</summary>
    PaymentRead,
}
