namespace PerfectviewFunctions.EBoekhouden.Transport;

/// <summary>What can be wrong with the options of either API, a sentence each.</summary>
internal static class OptionFaults
{
    /// <param name="example">A good address.</param>
    /// <param name="secrets">What travels there, in the plural.</param>
    public static IEnumerable<string> OfEndpoint(Uri endpoint, string example, string secrets)
    {
        if (!endpoint.IsAbsoluteUri || (endpoint.Scheme != Uri.UriSchemeHttps && endpoint.Scheme != Uri.UriSchemeHttp))
        {
            yield return $"Endpoint must be an absolute https address, such as {example}.";
        }
        else if (endpoint.Scheme == Uri.UriSchemeHttp && !endpoint.IsLoopback)
        {
            yield return $"Endpoint must use https: over http the {secrets} travel to {endpoint.Host} in clear text. Only localhost may use http.";
        }
        else if (endpoint.UserInfo.Length > 0)
        {
            yield return "Endpoint must hold no user name or password.";
        }
    }

    public static IEnumerable<string> OfDuration(string name, TimeSpan value) => value <= TimeSpan.Zero || value > TimeSpan.FromMinutes(10)
        ? [$"{name} must be longer than zero and at most 10 minutes."]
        : [];

    public static IEnumerable<string> OfMaxAnswerBytes(long value) => value is < 1024 or > 1024L * 1024 * 1024
        ? ["MaxAnswerBytes must lie between 1024 (1 KiB) and 1073741824 (1 GiB)."]
        : [];
}
