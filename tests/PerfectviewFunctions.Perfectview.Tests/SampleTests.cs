using System.Globalization;
using System.Numerics;
using System.Text.Json;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Perfectview.Tests.Events;
using Xunit;

namespace PerfectviewFunctions.Perfectview.Tests;

/// <summary>The samples are what they promise to be.</summary>
public sealed class SampleTests
{
    private const string AtTheLimits = "relation-limits.json";

    [Fact]
    public void Ids_of_events_are_used_once()
    {
        var ids = ContractFiles.SampleNames.SelectMany(name => Reading.Events(ContractFiles.Sample(name))).Select(Valid).Select(valid => valid.Id).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    [Fact]
    public void Account_numbers_hold_their_checksum()
    {
        var ibans = Debtors().Select(debtor => debtor.Iban).OfType<string>().ToList();

        Assert.Equal(4, ibans.Count);
        Assert.All(ibans, iban => Assert.True(IsIban(iban), iban));
    }

    [Fact]
    public void Foreign_vat_numbers_hold_their_check_digits()
    {
        var numbers = Debtors().Select(debtor => debtor.VatNumber).OfType<string>().Select(Bare).ToList();

        var belgian = Assert.Single(numbers, number => number.StartsWith("BE", StringComparison.Ordinal));
        Assert.Matches("^BE0[0-9]{9}$", belgian);
        Assert.Equal(97 - (Number(belgian[2..10]) % 97), Number(belgian[10..]));
        var german = Assert.Single(numbers, number => number.StartsWith("DE", StringComparison.Ordinal));
        Assert.Matches("^DE[0-9]{9}$", german);
        Assert.Equal(GermanCheckDigit(german[2..10]), Number(german[10..]));
        Assert.All(numbers.Except([belgian, german]), number => Assert.Matches("^NL[0-9]{9}B[0-9]{2}$", number));
    }

    [Fact]
    public void Limits_are_all_reached()
    {
        using var schema = JsonDocument.Parse(ContractFiles.Document("webhook-contract.schema.json"));
        using var sample = JsonDocument.Parse(ContractFiles.Sample(AtTheLimits));
        var definitions = schema.RootElement.GetProperty("$defs");
        var relation = sample.RootElement.GetProperty("data").GetProperty("relation");

        foreach (var field in definitions.GetProperty("relationFields").GetProperty("properties").EnumerateObject())
        {
            var value = relation.GetProperty(field.Name);
            if (field.Name.EndsWith("Address", StringComparison.Ordinal))
            {
                Assert.All(
                    definitions.GetProperty("address").GetProperty("properties").EnumerateObject(),
                    part => Assert.Equal(Limit(part.Value), value.GetProperty(part.Name).GetString()!.Length));
            }
            else if (field.Name is not ("type" or "gender"))
            {
                Assert.Equal(Limit(field.Name == "id" ? definitions.GetProperty("relationId") : field.Value), value.GetString()!.Length);
            }
        }
    }

    private static int Limit(JsonElement rule) => rule.GetProperty("maxLength").GetInt32();

    private static IEnumerable<DebtorDetails> Debtors() =>
        ContractFiles.SampleNames
            .Where(name => name != AtTheLimits)
            .SelectMany(name => Reading.Events(ContractFiles.Sample(name)))
            .Select(read => Valid(read) switch
            {
                PerfectviewEvent.InvoiceSent sent => sent.Invoice.Debtor,
                PerfectviewEvent.RelationChanged changed => changed.Change.Said,
                var other => throw new InvalidOperationException($"No sample is a {other.GetType().Name}."),
            });

    private static PerfectviewEvent Valid(EventRead read) => Assert.IsType<EventRead.Valid>(read).Event;

    private static bool IsIban(string iban)
    {
        var bare = Bare(iban);
        var digits = string.Concat((bare[4..] + bare[..4]).Select(c => char.IsAsciiDigit(c) ? c - '0' : c - 'A' + 10));
        return BigInteger.Parse(digits, CultureInfo.InvariantCulture) % 97 == 1;
    }

    // ISO 7064, MOD 11,10.
    private static int GermanCheckDigit(string digits)
    {
        var product = digits.Aggregate(10, (product, digit) =>
        {
            var sum = (digit - '0' + product) % 10;
            return (sum == 0 ? 10 : sum) * 2 % 11;
        });
        return (11 - product) % 10;
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static string Bare(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit));
}
