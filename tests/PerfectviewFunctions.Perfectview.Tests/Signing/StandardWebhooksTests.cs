using System.Text;
using PerfectviewFunctions.Perfectview.Signing;
using Xunit;

namespace PerfectviewFunctions.Perfectview.Tests.Signing;

public sealed class StandardWebhooksTests
{
    private const string Id = "msg_1";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly byte[] Body = "{\"total\":121.00}"u8.ToArray();
    private static readonly WebhookSecret Secret = WebhookSecret.Generate();
    private static readonly WebhookSecret Other = WebhookSecret.Generate();

    private static string Timestamp => StandardWebhooks.FormatTimestamp(Now);

    private static string Signature => StandardWebhooks.Sign(Secret, Id, Now, Body);

    // printf '%s' 'msg_fixed.1772442000.{"total":121.00}' |
    //   openssl dgst -sha256 -mac HMAC -macopt hexkey:$(seq -f %02g 0 23 | tr -d '\n') -binary | base64
    [Fact]
    public void Fixed_vector_is_signed_as_openssl_does()
    {
        Assert.True(WebhookSecret.TryParse("whsec_AAECAwQFBgcICRAREhMUFRYXGBkgISIj", out var secret));

        var signature = StandardWebhooks.Sign(secret, "msg_fixed", DateTimeOffset.FromUnixTimeSeconds(1772442000), Body);

        Assert.Equal("v1,IQ8okl5jMxmPbiHCmczonNgb933Fpw4DEfiETbGizAQ=", signature);
    }

    [Fact]
    public void Signed_message_is_valid() =>
        Assert.Equal(SignatureResult.Valid, Verify(Id, Timestamp, Signature));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Missing_header_is_named_so(int missing)
    {
        foreach (var absent in new[] { null, "" })
        {
            string?[] headers = [Id, Timestamp, Signature];
            headers[missing] = absent;

            Assert.Equal(SignatureResult.MissingHeader, Verify(headers[0], headers[1], headers[2]));
        }
    }

    [Fact]
    public void Every_altered_byte_is_no_match()
    {
        for (var i = 0; i < Body.Length; i++)
        {
            var altered = (byte[])Body.Clone();
            altered[i] ^= 1;

            Assert.Equal(SignatureResult.NoMatch, StandardWebhooks.Verify(altered, Id, Timestamp, Signature, [Secret], Now));
        }
    }

    [Fact]
    public void Altered_id_or_timestamp_is_no_match()
    {
        Assert.Equal(SignatureResult.NoMatch, Verify("msg_2", Timestamp, Signature));
        Assert.Equal(SignatureResult.NoMatch, Verify(Id, StandardWebhooks.FormatTimestamp(Now.AddSeconds(1)), Signature));
    }

    [Fact]
    public void Wrong_secret_is_no_match() =>
        Assert.Equal(SignatureResult.NoMatch, StandardWebhooks.Verify(Body, Id, Timestamp, Signature, [Other], Now));

    [Fact]
    public void Previous_secret_is_valid_while_it_is_passed()
    {
        Assert.Equal(SignatureResult.Valid, StandardWebhooks.Verify(Body, Id, Timestamp, Signature, [Other, Secret], Now));
        Assert.Equal(SignatureResult.NoMatch, StandardWebhooks.Verify(Body, Id, Timestamp, Signature, [Other], Now));
    }

    [Fact]
    public void Every_secret_that_is_passed_counts_however_many() =>
        Assert.Equal(SignatureResult.Valid, StandardWebhooks.Verify(Body, Id, Timestamp, Signature, [Other, Other, Secret], Now));

    [Fact]
    public void Entry_that_stands_there_twice_is_valid() =>
        Assert.Equal(SignatureResult.Valid, Verify(Id, Timestamp, Signature + " " + Signature));

    [Fact]
    public void Unknown_tenant_without_secrets_is_no_match() =>
        Assert.Equal(SignatureResult.NoMatch, StandardWebhooks.Verify(Body, Id, Timestamp, Signature, [], Now));

    [Fact]
    public void Valid_entry_last_in_the_list_is_valid()
    {
        var others = $"v1a,{new string('A', 43)}= v1,nonsense v1, , v2 {StandardWebhooks.Sign(Other, Id, Now, Body)}  ";

        Assert.Equal(SignatureResult.Valid, Verify(Id, Timestamp, others + Signature));
        Assert.Equal(SignatureResult.NoMatch, Verify(Id, Timestamp, others));
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("v1,")]
    [InlineData("v1,AAAA")]
    [InlineData("v2,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    public void Header_without_a_usable_entry_is_malformed(string signature) =>
        Assert.Equal(SignatureResult.MalformedSignature, Verify(Id, Timestamp, signature));

    [Fact]
    public void Header_beyond_its_bound_is_malformed()
    {
        var longest = new string(' ', 2048 - Signature.Length) + Signature;

        Assert.Equal(SignatureResult.Valid, Verify(Id, Timestamp, longest));
        Assert.Equal(SignatureResult.MalformedSignature, Verify(Id, Timestamp, ' ' + longest));
    }

    [Theory]
    [InlineData(-301, SignatureResult.TooOld)]
    [InlineData(-300, SignatureResult.Valid)]
    [InlineData(-299, SignatureResult.Valid)]
    [InlineData(299, SignatureResult.Valid)]
    [InlineData(300, SignatureResult.Valid)]
    [InlineData(301, SignatureResult.TooNew)]
    public void Timestamp_counts_within_300_seconds_both_ways(int seconds, SignatureResult expected)
    {
        var sent = Now.AddSeconds(seconds);
        var signature = StandardWebhooks.Sign(Secret, Id, sent, Body);

        Assert.Equal(expected, Verify(Id, StandardWebhooks.FormatTimestamp(sent), signature));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("-1772442000")]
    [InlineData("+1772442000")]
    [InlineData(" 1772442000")]
    [InlineData("1772442000.5")]
    [InlineData("1772442000000000000000")]
    [InlineData("2026-03-02T09:00:00Z")]
    public void Timestamp_that_is_no_plain_number_is_malformed(string timestamp) =>
        Assert.Equal(SignatureResult.MalformedTimestamp, Verify(Id, timestamp, Signature));

    [Fact]
    public void Timestamp_of_twelve_digits_is_read_and_one_of_thirteen_is_not()
    {
        Assert.Equal(SignatureResult.TooNew, Verify(Id, "177244200000", Signature));
        Assert.Equal(SignatureResult.MalformedTimestamp, Verify(Id, "1772442000000", Signature));
    }

    [Theory]
    [InlineData("")]
    [InlineData("msg.1")]
    public void Message_without_a_usable_id_is_not_signed_and_told_why(string id) =>
        Assert.Contains("1 to 256 visible ASCII", Assert.Throws<ArgumentException>(() => StandardWebhooks.Sign(Secret, id, Now, Body)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("msg.1")]
    [InlineData("msg 1")]
    [InlineData("msg\u00e9")]
    [InlineData("msg\n")]
    public void Id_that_could_shift_the_signed_parts_is_malformed(string id)
    {
        Assert.Equal(SignatureResult.MalformedId, Verify(id, Timestamp, Signature));
        Assert.Throws<ArgumentException>(() => StandardWebhooks.Sign(Secret, id, Now, Body));
    }

    [Fact]
    public void Id_beyond_256_characters_is_malformed()
    {
        var longest = new string('i', 256);

        Assert.Equal(SignatureResult.Valid, Verify(longest, Timestamp, StandardWebhooks.Sign(Secret, longest, Now, Body)));
        Assert.Equal(SignatureResult.MalformedId, Verify(longest + 'i', Timestamp, Signature));
    }

    [Fact]
    public void Body_that_is_not_utf8_is_signed_as_it_is()
    {
        byte[] body = [0xFF, 0xFE, 0x00];

        var signature = StandardWebhooks.Sign(Secret, Id, Now, body);
        var decoded = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body));

        Assert.Equal(SignatureResult.Valid, StandardWebhooks.Verify(body, Id, Timestamp, signature, [Secret], Now));
        Assert.Equal(SignatureResult.NoMatch, StandardWebhooks.Verify(decoded, Id, Timestamp, signature, [Secret], Now));
    }

    private static SignatureResult Verify(string? id, string? timestamp, string? signature) =>
        StandardWebhooks.Verify(Body, id, timestamp, signature, [Secret], Now);
}
