namespace PerfectviewFunctions.Web.Telemetry;

/// <summary>Whether, and where to, telemetry is sent by OTLP: by the standard variables of OpenTelemetry, and nothing else.</summary>
public static class OtlpSettings
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    public const string Temporality = "OTEL_EXPORTER_OTLP_METRICS_TEMPORALITY_PREFERENCE";

    /// <summary>Whether anything is sent at all.</summary>
    /// <param name="read">The value of a variable; null when it is not there.</param>
    public static bool IsOn(Func<string, string?> read) => !string.IsNullOrWhiteSpace(read(Endpoint));

    /// <summary>What would keep telemetry from arriving without a word: sentences that name the variable. No value stands in any.</summary>
    public static IEnumerable<string> Faults(Func<string, string?> read)
    {
        if (!IsOn(read))
        {
            yield break;
        }

        if (!Uri.TryCreate(read(Endpoint), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
        {
            yield return $"{Endpoint} is not the http or https address of a collector: set it to one such as http://127.0.0.1:4317, or leave it out.";
        }

        if (read(Protocol)?.Trim() is { Length: > 0 } protocol && protocol is not ("grpc" or "http/protobuf"))
        {
            yield return $"{Protocol} is neither grpc nor http/protobuf: set it to the one that the collector takes, or leave it out for grpc.";
        }
    }
}
