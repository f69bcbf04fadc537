namespace PerfectviewFunctions.Web.Gate;

/// <summary>Who may call an endpoint. Every endpoint declares one; the gate checks it before anything else runs.</summary>
public enum Access
{
    /// <summary>Anybody; the endpoint tells nothing that needs protection.</summary>
    Anybody,

    /// <summary>Anybody reaches it, and its first act is to check the sender's signature over the body.</summary>
    Signature,

    /// <summary>Who has the deployment's admin key.</summary>
    AdminKey,
}
