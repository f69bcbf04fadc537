namespace PerfectviewFunctions.Web;

/// <summary>The routes of the product, in the one place that both hosts take them from. Without a leading slash, as both want them.</summary>
public static class Routes
{
    public const string Webhook = "api/webhooks/{tenant}";
    public const string Health = "api/health";
    public const string Ready = "api/health/ready";
    public const string Invoices = "api/tenants/{tenant}/invoices";
    public const string Invoice = "api/tenants/{tenant}/invoices/{number}";
    public const string Attention = "api/tenants/{tenant}/attention";

    // Tenants and their link
    public const string Tenants = "api/tenants";
    public const string Tenant = "api/tenants/{tenant}";
    public const string Retire = "api/tenants/{tenant}/retire";
    public const string Credentials = "api/tenants/{tenant}/credentials";
    public const string ConnectionTest = "api/tenants/{tenant}/connection-test";
    public const string Unlink = "api/tenants/{tenant}/unlink";
    public const string WebhookSecret = "api/tenants/{tenant}/webhook-secret";
    public const string ReadKey = "api/tenants/{tenant}/read-key";

    // Settings
    public const string Settings = "api/tenants/{tenant}/settings";
    public const string History = "api/tenants/{tenant}/history";
    public const string VatMappings = "api/tenants/{tenant}/vat-mappings";
    public const string VatMappingChoices = "api/tenants/{tenant}/vat-mappings/choices";
    public const string Preview = "api/tenants/{tenant}/preview";

    // What is held back
    public const string HeldBack = "api/tenants/{tenant}/held-back";
    public const string Retry = "api/tenants/{tenant}/retry";
    public const string Ignore = "api/tenants/{tenant}/ignore";

    public const string Diagnosis = "api/tenants/{tenant}/diagnosis";

    // Relations
    public const string Relations = "api/tenants/{tenant}/relations";
    public const string Relation = "api/tenants/{tenant}/relations/{id}";
    public const string RelationLink = "api/tenants/{tenant}/relations/{id}/link";
    public const string RelationRetry = "api/tenants/{tenant}/relations/{id}/retry";
    public const string NamePreview = "api/tenants/{tenant}/name-preview";

    // Payments
    public const string OpenBalances = "api/tenants/{tenant}/open-balances";
    public const string InvoicePayment = "api/tenants/{tenant}/invoices/{number}/payment";
    public const string ReadPayments = "api/tenants/{tenant}/payments/sync";

    // Who may do what
    public const string TenantPeople = "api/tenants/{tenant}/people";
    public const string TenantPerson = "api/tenants/{tenant}/people/{person}";
    public const string Operators = "api/operators";
    public const string Operator = "api/operators/{person}";
    public const string OpenApi = "api/openapi.yaml";

    /// <summary>All pages: which is where, <see cref="Pages.PageRoutes"/> says.</summary>
    public const string Pages = "koppeling/{*path}";

    /// <summary>Every other address of the API.</summary>
    public const string Unknown = "api/{*rest}";
}
