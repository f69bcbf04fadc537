namespace PerfectviewFunctions.Web;

/// <summary>The routes of the product, in the one place that both hosts take them from. Without a leading slash, as both want them.</summary>
public static class Routes
{
    public const string Webhook = "api/webhooks/{tenant}";
    public const string Health = "api/health";
    public const string Invoices = "api/tenants/{tenant}/invoices";
    public const string Invoice = "api/tenants/{tenant}/invoices/{number}";
    public const string Attention = "api/tenants/{tenant}/attention";
    /// <summary>Every other address of the API.</summary>
    public const string Unknown = "api/{*rest}";
}
