using System.Text.Json;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Secrets;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.Web.Secrets;
using PerfectviewFunctions.LocalHost.Setup;
using PerfectviewFunctions.Perfectview.Signing;

namespace PerfectviewFunctions.LocalHost.Sending;

/// <summary><c>send FILE... [--tenant T] [--url U] [--Data FOLDER | --secret S]</c>: signs event files with the tenant's own secret and sends them.</summary>
internal static class SendCommand
{
    public const string Usage = "send FILE... [--tenant demo] [--url http://127.0.0.1:5080] [--Data FOLDER | --secret whsec_…]";

    public const string Tenant = "tenant";

    /// <summary>The setting that names the webhook secret of a tenant whose host keeps no secrets in a folder here.</summary>
    public const string Secret = "secret";

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The tenant to send for; null when its name makes no sense.</summary>
    public static TenantId? TenantOf(Arguments arguments) =>
        TenantId.TryParse(arguments.Settings.GetValueOrDefault(Tenant, DemoTenant.Id.Value), out var id) ? id : null;

    /// <returns>0 when every file was taken in (200 or 202).</returns>
    public static async Task<int> RunAsync(
        Arguments arguments, TenantId tenant, LocalHostSettings settings, TextWriter output, CancellationToken cancellationToken)
    {
        var given = arguments.Settings.GetValueOrDefault(Secret);
        if (given is not null && !WebhookSecret.TryParse(given, out _))
        {
            await output.WriteLineAsync($"--{Secret}: that is no webhook secret; it begins with whsec_.");
            return 2;
        }

        if ((WebhookSecret.TryParse(given, out var known) ? known : await SecretAsync(tenant, settings, cancellationToken)) is not { } secret)
        {
            await output.WriteLineAsync(
                $"The folder '{settings.Data}' has no webhook secret of tenant '{tenant}'. Start the host there once, or name its folder with --Data.");
            return 1;
        }

        using var http = new HttpClient();
        var sender = new WebhookSender(http, TimeProvider.System);
        var address = new Uri(new Uri(settings.Url), $"/api/webhooks/{tenant}");
        var failed = 0;
        foreach (var file in arguments.Files)
        {
            try
            {
                using var answer = await sender.SendAsync(
                    address, secret, await File.ReadAllBytesAsync(file, cancellationToken), cancellationToken);
                var text = await answer.Content.ReadAsStringAsync(cancellationToken);
                await output.WriteLineAsync($"{file}: {(int)answer.StatusCode} {answer.StatusCode}\n{Indented(text)}");
                failed += answer.IsSuccessStatusCode ? 0 : 1;
            }
            catch (Exception exception) when (exception is HttpRequestException or IOException or UnauthorizedAccessException)
            {
                await output.WriteLineAsync($"{file}: not sent: {exception.Message}");
                failed++;
            }
        }

        return failed == 0 ? 0 : 1;
    }

    /// <summary>What the tenant's sender signs with. Looking for it leaves no folder behind where there was none.</summary>
    private static async Task<WebhookSecret?> SecretAsync(TenantId tenant, LocalHostSettings settings, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(settings.SecretsFolder))
        {
            return null;
        }

        using var store = await FileSecretStore.OpenAsync(settings.SecretsFolder, cancellationToken: cancellationToken);
        return await new TenantSecrets(store).WebhookAsync(tenant, SecretAge.Now, cancellationToken) is { } webhook
            && WebhookSecret.TryParse(webhook.Current, out var secret)
            ? secret
            : null;
    }

    private static string Indented(string text)
    {
        try
        {
            return JsonNode.Parse(text)?.ToJsonString(Readable) ?? "";
        }
        catch (JsonException)
        {
            return text;
        }
    }
}
