using System.Text;
using PerfectviewFunctions.Azure;
using PerfectviewFunctions.LocalHost.Hosting;
using PerfectviewFunctions.Web.Hosting;

namespace PerfectviewFunctions.LocalHost.Tests.Settings;

/// <summary>Writes the settings as <c>docs/settings.md</c>: what the options say of themselves, between words that are kept here.</summary>
internal static class SettingsDocument
{
    private const string Opening = """
        # Settings

        <!-- Generated from the options classes. Do not edit: change the comment of a property and run UPDATE_DOCS=1 ./test LocalHost -->

        Settings come from the environment, which in Azure is the app's settings and on your own machine `local.settings.json`. Sections are joined by two
        underscores. The local host takes them from `appsettings.json` in the folder where it is started and from its command line too (the second name below);
        the command line wins over the environment, that over the file.

        A host checks its settings before it starts anything: if one is missing, malformed, contradicts another or is not known, it prints a sentence for each and
        ends. A variable that is empty counts as not set. Durations are written `00:00:30`, a day `1.00:00:00`.

        What belongs to one tenant, such as its credentials, VAT codes and callback address, is no setting of the app: [tenants](tenants.md).

        """;

    private const string Every = """

        ## On every host

        """;

    private const string Azure = """

        ## On Azure Functions

        In Azure (`WEBSITE_SITE_NAME` is set) the app starts with `Storage__Tables`, `Secrets__Vault` and `Identity__ClientId` only, and with none of those that are for
        a developer's machine.

        """;

    private const string Local = """

        ## On the local host

        """;

    private const string Others = """

        ## Variables that are not ours

        | variable | who reads it, and what for |
        | --- | --- |
        | `ASPNETCORE_FORWARDEDHEADERS_ENABLED` | The Functions host. With `true` it takes the last address of `X-Forwarded-For` for the caller's. In Azure, where the front end adds that, the app does not start without it: all callers would have one address, and twenty wrong keys of one would refuse all for a minute. Not on your own machine, where nothing adds it and a caller could choose his address. |
        | `AzureWebJobsDisableHomepage` | The Functions host. With `true` it answers nothing at `/`, instead of its welcome page. |
        | `AzureWebJobsStorage` | The Functions host, for what it keeps itself, such as which timer ran when. `UseDevelopmentStorage=true` for Azurite; in Azure `AzureWebJobsStorage__…`, by identity. |
        | `FUNCTIONS_WORKER_RUNTIME` | Core Tools, on your own machine: `dotnet-isolated`. |
        | `APPLICATIONINSIGHTS_CONNECTION_STRING` | The app and the Functions host: where traces, metrics and logs go in Azure Monitor. Without it they stay in the console. |
        | `APPLICATIONINSIGHTS_AUTHENTICATION_STRING` | The Functions host: as whom it sends them, `Authorization=AAD;ClientId=…`. |
        | `OTEL_EXPORTER_OTLP_ENDPOINT` | The app and the local host: where traces, metrics and logs go by OTLP, such as `http://127.0.0.1:4317`. Without it nowhere. |
        | `WEBSITE_SITE_NAME` | The app. App Service sets it, nobody else: by it the app knows that it runs in Azure. Never set it yourself. |
        | `WEBSITE_AUTH_ENABLED` | The app. App Service sets it where its authentication is on. In Azure `Gate__TrustPrincipalHeader` is not followed without it. Never set it yourself. |

        """;

    public static IReadOnlyList<SettingSection> OnEveryHost { get; } = [.. SettingSection.Of(new ProductSettings())];

    public static IReadOnlyList<SettingSection> OnAzure { get; } = [.. SettingSection.Of(new AzureSettings())];

    public static IReadOnlyList<SettingSection> OnLocalHost { get; } = [.. SettingSection.Of(new LocalHostSettings())];

    public static string Write()
    {
        var text = new StringBuilder(Opening);
        Add(text, Every, OnEveryHost, onCommandLine: true);
        Add(text, Azure, OnAzure, onCommandLine: false);
        Add(text, Local, OnLocalHost, onCommandLine: true);
        return text.Append(Others).ToString();
    }

    private static void Add(StringBuilder text, string opening, IEnumerable<SettingSection> sections, bool onCommandLine)
    {
        text.Append(opening);
        foreach (var section in sections)
        {
            if (section.Path.Length > 0)
            {
                text.Append("\n### ").Append(section.Path).Append("\n\n").Append(WithNote(section.Meaning, section.Note)).Append('\n');
            }

            text.Append("\n| setting | kind | by itself | meaning |\n| --- | --- | --- | --- |\n");
            foreach (var entry in section.Entries)
            {
                Row(text, Names(entry.Path, onCommandLine), entry.Kind, Code(entry.Usual), WithNote(entry.Meaning, entry.Note));
            }
        }
    }

    private static string Names(string path, bool onCommandLine)
    {
        var variable = Code(SettingsSource.Environment(new Dictionary<string, string>()).Form(path));
        return onCommandLine ? $"{variable}<br>{Code(SettingsSource.CommandLine(new Dictionary<string, string?>()).Form(path))}" : variable;
    }

    private static string Code(string text) => text.Length == 0 ? "" : $"`{text}`";

    private static string WithNote(string meaning, string note) => note.Length == 0 ? meaning : $"{meaning} **{note}**";

    private static void Row(StringBuilder text, params ReadOnlySpan<string> cells)
    {
        foreach (var cell in cells)
        {
            text.Append("| ").Append(cell.Replace("|", @"\|", StringComparison.Ordinal)).Append(cell.Length == 0 ? "" : " ");
        }

        text.Append("|\n");
    }
}
