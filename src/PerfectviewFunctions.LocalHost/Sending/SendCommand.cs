using System.Text.Json;
using System.Text.Json.Nodes;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.LocalHost.Secrets;
using PerfectviewFunctions.Perfectview.Signing;

namespace PerfectviewFunctions.LocalHost.Sending;

/// <summary><c>send FILE... [--tenant T] [--url U]</c>: signs event files with the tenant's own secret and sends them.</summary>
internal static class SendCommand
{
    public const string Usage = "send FILE... [--tenant demo] [--url http://127.0.0.1:5080] [--Data FOLDER]";

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <returns>0 when every file was taken in (200 or 202).</returns>
    public static async Task<int> RunAsync(
        SendArguments arguments, LocalHostSettings settings, TextWriter output, CancellationToken cancellationToken)
    {
        using var store = await FileSecretStore.OpenAsync(settings.SecretsFolder, cancellationToken: cancellationToken);
        var webhook = await new TenantSecrets(store).WebhookAsync(arguments.Tenant, cancellationToken);
        if (webhook is null || !WebhookSecret.TryParse(webhook.Current, out var secret))
        {
            await output.WriteLineAsync(
                $"The folder '{settings.Data}' has no webhook secret of tenant '{arguments.Tenant}'. Start the host there once, or name its folder with --Data.");
            return 1;
        }

        using var http = new HttpClient();
        var sender = new WebhookSender(http, TimeProvider.System);
        var address = new Uri(new Uri(arguments.Url ?? settings.Url), $"/api/webhooks/{arguments.Tenant}");
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
