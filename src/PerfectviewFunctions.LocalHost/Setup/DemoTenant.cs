using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.LocalHost.Setup;

/// <summary>The tenant that a fresh clone starts with, linked to the sandbox's first administration.</summary>
internal static class DemoTenant
{
    public static TenantId Id { get; } = TenantId.Parse("demo");

    public static BookkeepingCredentials.Soap Credentials { get; } =
        new(SandboxDemo.UserName, SandboxDemo.SecurityCode1, SandboxDemo.SecurityCode2);

    /// <summary>The same administration by the other API.</summary>
    public static BookkeepingCredentials.Rest Token { get; } = new(SandboxDemo.ApiToken);

    /// <summary>What differs from the defaults: invoices and relations switched on, so that every sample shows what it is for.</summary>
    public static JsonObject Settings => new()
    {
        ["name"] = "Voorbeeld",
        ["bookingsOn"] = true,
        ["relationsOn"] = true,
        ["debtorAccount"] = SandboxDemo.DebtorAccount,
    };

    /// <summary>The eight categories with the suggested codes; the 6% of before 2019 is left unmapped, as it is for most.</summary>
    public static VatMapping Mapping { get; } = new(new Dictionary<string, VatMappingRow>(StringComparer.Ordinal)
    {
        [VatCategory.Zero] = new("GEEN", "8020"),
        [VatCategory.High] = new("HOOG_VERK_21", "8000"),
        [VatCategory.Low] = new("LAAG_VERK_9", "8010"),
        [VatCategory.ReverseCharge] = new("VERL_VERK", "8030"),
        [VatCategory.Exempt] = new("GEEN", "8020"),
        [VatCategory.EuService] = new("BI_EU_VERK_D", "8040"),
        [VatCategory.EuGoods] = new("BI_EU_VERK", "8050"),
        [VatCategory.Export] = new("BU_EU_VERK", "8060"),
    });

    /// <summary>Whether a host has no tenant at all, or this one was left half made. Once retired it can't be made again.</summary>
    public static async Task<bool> IsWantedAsync(WebApplication app, CancellationToken cancellationToken)
    {
        var tenants = app.Services.GetRequiredService<TenantStore>();
        if (await tenants.FindAsync(Id, cancellationToken) is { } demo)
        {
            return demo is { State: not TenantState.Retired, Dates.WebhookSecretAt: null };
        }

        await foreach (var _ in tenants.ListAsync(cancellationToken))
        {
            return false;
        }

        return true;
    }

    /// <summary>Makes it in a running host.</summary>
    /// <returns>What its sender signs with.</returns>
    public static Task<WebhookSecret> AddAsync(WebApplication app, CancellationToken cancellationToken) =>
        AddAsync(app, Credentials, Settings, cancellationToken);

    /// <inheritdoc cref="AddAsync(WebApplication, CancellationToken)"/>
    public static Task<WebhookSecret> AddAsync(WebApplication app, BookkeepingApi api, CancellationToken cancellationToken) =>
        AddAsync(app, Of(api), Settings, cancellationToken);

    /// <summary>The same, with payments read and told to the Perfectview beside the sandbox's books.</summary>
    public static Task<WebhookSecret> AddAsync(WebApplication app, SandboxServer sandbox, BookkeepingApi api, CancellationToken cancellationToken)
    {
        var settings = Settings;
        settings["paymentsOn"] = true;
        settings["callbackAddress"] = sandbox.CallbackAddress.ToString();
        return AddAsync(app, Of(api), settings, cancellationToken);
    }

    /// <summary>What opens its books by this API.</summary>
    public static BookkeepingCredentials Of(BookkeepingApi api) => api == BookkeepingApi.Rest ? Token : Credentials;

    /// <summary>
    /// Gives the Perfectview beside the sandbox's books, which forgets it when it stops, what this tenant's messages are signed with; nothing when
    /// there is no such tenant.
    /// </summary>
    public static async Task IntroduceAsync(WebApplication app, SandboxServer sandbox, CancellationToken cancellationToken)
    {
        if (await app.Services.GetRequiredService<TenantSecrets>().WebhookAsync(Id, SecretAge.Now, cancellationToken) is { } webhook)
        {
            sandbox.Books.Receiver.Secret = webhook.Current;
        }
    }

    private static async Task<WebhookSecret> AddAsync(
        WebApplication app, BookkeepingCredentials credentials, JsonObject settings, CancellationToken cancellationToken)
    {
        using var api = await OperatorClient.CreateAsync(app, cancellationToken);
        return await new TenantSetup(api).AddAsync(Id, credentials, settings, Mapping, cancellationToken);
    }
}
