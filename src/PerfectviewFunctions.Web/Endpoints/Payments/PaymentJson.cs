using System.Text.Json.Serialization;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Endpoints.Payments;

/// <summary>The JSON form of what is answered about payments.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = false)]
[JsonSerializable(typeof(BalancesAnswer))]
[JsonSerializable(typeof(PaymentAnswer))]
[JsonSerializable(typeof(PaymentsReadAnswer))]
internal sealed partial class PaymentJson : JsonSerializerContext;
