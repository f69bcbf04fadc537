using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PerfectviewFunctions.Perfectview.Signing;
using Xunit;

namespace PerfectviewFunctions.Perfectview.Tests.Signing;

/// <summary>The example that senders copy from docs/webhook-contract.md.</summary>
public sealed partial class WorkedExampleTests
{
    private static readonly string Contract = ContractFiles.Document("webhook-contract.md");

    [Fact]
    public void Worked_example_in_the_contract_verifies()
    {
        var sent = DateTimeOffset.FromUnixTimeSeconds(long.Parse(Row("`webhook-timestamp`"), CultureInfo.InvariantCulture));
        var body = Encoding.UTF8.GetBytes(Row("body (no line break at the end)"));
        Assert.True(WebhookSecret.TryParse(Row("secret"), out var secret));

        Assert.Equal($"{Row("`webhook-id`")}.{Row("`webhook-timestamp`")}.{Row("body (no line break at the end)")}", Row("signed"));
        Assert.Equal(Row("`webhook-signature`"), StandardWebhooks.Sign(secret, Row("`webhook-id`"), sent, body));
        Assert.Equal(
            SignatureResult.Valid,
            StandardWebhooks.Verify(body, Row("`webhook-id`"), Row("`webhook-timestamp`"), Row("`webhook-signature`"), [secret], sent));
    }

    [Fact]
    public void Request_shown_first_carries_the_headers_of_the_example() =>
        Assert.All(
            [WebhookHeaders.Id, WebhookHeaders.Timestamp, WebhookHeaders.Signature],
            name => Assert.Contains($"\n{name}: {Row($"`{name}`")}\n", Contract, StringComparison.Ordinal));

    [Fact]
    public void Shell_lines_use_secret_and_content_of_the_example()
    {
        Assert.Contains($"SECRET='{Row("secret")}'", Contract, StringComparison.Ordinal);
        Assert.Contains($"printf '%s' '{Row("signed")}' | openssl dgst", Contract, StringComparison.Ordinal);
    }

    /// <summary>The code in the second column of the example's table: the last row with the label, as the limits use the same names.</summary>
    private static string Row(string label) =>
        TableRow().Matches(Contract).Last(row => row.Groups["label"].Value == label).Groups["value"].Value;

    [GeneratedRegex(@"^\| (?<label>[^|]+?) \| `(?<value>[^`]+)` \|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TableRow();
}
