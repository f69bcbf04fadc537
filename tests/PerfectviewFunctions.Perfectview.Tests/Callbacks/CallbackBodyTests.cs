using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.Perfectview.Callbacks;
using PerfectviewFunctions.Perfectview.Json;
using PerfectviewFunctions.Perfectview.Tests.Callbacks.Support;
using Xunit;

namespace PerfectviewFunctions.Perfectview.Tests.Callbacks;

/// <summary>One status of one invoice has one body, whatever is around it.</summary>
public sealed class CallbackBodyTests
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(500);

    public static TheoryData<string> Shown { get; } = [.. CallbackSamples.Payments.Keys];

    [Fact]
    public void Every_sample_is_of_a_payment_here() =>
        Assert.Equal(CallbackSamples.Names, CallbackSamples.Payments.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Shown))]
    public void Sample_is_what_is_sent_to_the_last_digit(string sample)
    {
        var compact = new ArrayBufferWriter<byte>();
        var reader = new Utf8JsonReader(CallbackSamples.Read(sample));
        reader.Read();
        Assert.True(CompactJson.TryCopy(ref reader, compact, maxDepth: 8));

        Assert.Equal(Encoding.UTF8.GetString(compact.WrittenSpan), Body(CallbackSamples.Payments[sample]));
    }

    [Theory]
    [InlineData(PaymentState.NotRead, "not-read")]
    [InlineData(PaymentState.Open, "open")]
    [InlineData(PaymentState.PartlyPaid, "partly-paid")]
    [InlineData(PaymentState.Paid, "paid")]
    [InlineData(PaymentState.Reopened, "reopened")]
    [InlineData(PaymentState.Overpaid, "overpaid")]
    [InlineData(PaymentState.Removed, "removed")]
    [InlineData(PaymentState.ClosedNotVerified, "closed-not-verified")]
    [InlineData(PaymentState.NothingToCollect, "nothing-to-collect")]
    [InlineData(PaymentState.CreditsNotTracked, "credits-not-tracked")]
    public void State_has_the_word_of_the_contract(PaymentState state, string word) =>
        Assert.Contains($"\"state\":\"{word}\"", Body(Samples.Payment with { Status = Samples.Payment.Status with { State = state } }), StringComparison.Ordinal);

    [Theory]
    [InlineData("0", "0.00")]
    [InlineData("-0.00", "0.00")]
    [InlineData("-0.004", "0.00")]
    [InlineData("0.005", "0.01")]
    [InlineData("121", "121.00")]
    [InlineData("-121.5", "-121.50")]
    [InlineData("121.0000", "121.00")]
    [InlineData("0.1", "0.10")]
    [InlineData("999999999.99", "999999999.99")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335.00")]
    public void Amount_has_two_decimals(string amount, string written)
    {
        var payment = Samples.Payment with { Amount = decimal.Parse(amount, CultureInfo.InvariantCulture) };

        Assert.Contains($"\"amount\":{written},", Body(payment), StringComparison.Ordinal);
    }

    [Fact]
    public void Body_depends_on_nothing_that_is_not_told() => Check.One(
        Config,
        Prop.ForAll(
            PaymentGenerators.Payment.ToArbitrary(),
            PaymentGenerators.Around().ToArbitrary(),
            Gen.Elements("nl-NL", "ar-SA", "fa-IR", "th-TH", "tr-TR").ToArbitrary(),
            (payment, around, culture) =>
            {
                var same = around with
                {
                    Number = payment.Number,
                    Status = payment.Status with { At = payment.Status.At.ToOffset(TimeSpan.FromHours(5)), Paid = payment.Status.Paid + 0.000m },
                    Amount = payment.Amount + 0.0000m,
                    Date = payment.Date,
                    DueDate = payment.DueDate,
                    Revision = payment.Revision,
                    Mutation = payment.Mutation,
                };
                var before = CultureInfo.CurrentCulture;
                try
                {
                    var expected = Body(payment);
                    CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                    Assert.Equal(expected, Body(same));
                }
                finally
                {
                    CultureInfo.CurrentCulture = before;
                }
            }));

    [Fact]
    public void One_revision_has_one_body_whatever_happens_to_the_payment() => Check.One(
        Config,
        Prop.ForAll(PaymentGenerators.Change.NonEmptyListOf().ToArbitrary(), changes =>
        {
            var bodies = new Dictionary<long, string>();
            var payment = Samples.Payment;
            foreach (var change in changes)
            {
                var before = payment.Revision;
                payment = change(payment);

                Assert.True(payment.Revision >= before);
                bodies.TryAdd(payment.Revision, Body(payment));
                Assert.Equal(bodies[payment.Revision], Body(payment));
            }
        }));

    [Fact]
    public void Body_says_what_the_payment_says() => Check.One(
        Config,
        Prop.ForAll(PaymentGenerators.Payment.ToArbitrary(), payment =>
        {
            using var body = JsonDocument.Parse(Body(payment));
            var data = body.RootElement.GetProperty("data");
            decimal? Amount(string name) => data.TryGetProperty(name, out var value) ? value.GetDecimal() : null;
            DateOnly? Date(string name) =>
                data.TryGetProperty(name, out var value) ? DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

            Assert.True(payment.Status.At - body.RootElement.GetProperty("timestamp").GetDateTimeOffset() is { Ticks: >= 0 } cut && cut < TimeSpan.FromSeconds(1));
            Assert.Equal((payment.Number, payment.Revision), (data.GetProperty("invoiceNumber").GetString(), data.GetProperty("revision").GetInt64()));
            Assert.Equal((payment.Amount, payment.Status.Paid, payment.Status.Open), (Amount("amount"), Amount("paid"), Amount("open")));
            Assert.Equal((payment.Date, payment.DueDate, payment.Status.PaidOn), (Date("invoiceDate"), Date("dueDate"), Date("paidOn")));
            Assert.Equal((payment.Mutation, payment.Amount < 0), (data.GetProperty("mutationNumber").GetInt64(), data.GetProperty("credit").GetBoolean()));
        }));

    [Fact]
    public void Tenant_is_told() =>
        Assert.Contains("\"tenant\":\"other-1\"", Encoding.UTF8.GetString(CallbackBody.Of(TenantId.Parse("other-1"), Samples.Payment)), StringComparison.Ordinal);

    private static string Body(InvoicePayment payment) => Encoding.UTF8.GetString(CallbackBody.Of(Samples.Tenant, payment));
}
