using System.Text.Json;
using System.Text.Json.Serialization;

namespace PerfectviewFunctions.Web.Answers;

/// <summary>The JSON form of every answer: camelCase, kebab-case words, no nulls.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = false)]
[JsonSerializable(typeof(ProblemAnswer))]
[JsonSerializable(typeof(WebhookAnswer))]
[JsonSerializable(typeof(HealthAnswer))]
[JsonSerializable(typeof(ReadyAnswer))]
[JsonSerializable(typeof(InvoiceListAnswer))]
[JsonSerializable(typeof(InvoiceAnswer))]
[JsonSerializable(typeof(AttentionAnswer))]
internal sealed partial class AnswerJson : JsonSerializerContext
{
    /// <summary>A word of the contract for an enum value: NeedsAttention becomes needs-attention.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
