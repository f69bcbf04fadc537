using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Rest.Answers;

/// <summary>
/// How answers are read: names in any case (the description's schemas and its examples differ), numbers also where they stand as texts, while they come in.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNameCaseInsensitive = true,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(WireText)])]
[JsonSerializable(typeof(ErrorAnswer))]
[JsonSerializable(typeof(SessionAnswer))]
[JsonSerializable(typeof(AddedAnswer))]
[JsonSerializable(typeof(ListAnswer<LedgerItem>))]
[JsonSerializable(typeof(ListAnswer<RelationItem>))]
[JsonSerializable(typeof(ListAnswer<MutationItem>))]
[JsonSerializable(typeof(ListAnswer<OutstandingItem>))]
[JsonSerializable(typeof(MutationAnswer))]
[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
internal sealed partial class RestJson : JsonSerializerContext
{
    /// <exception cref="JsonException">Not JSON, not complete, or of another form.</exception>
    /// <exception cref="UnreadableAnswerException">It is null.</exception>
    public static async ValueTask<T> ReadAsync<T>(Stream body, JsonTypeInfo<T> type, CancellationToken cancellationToken) =>
        await JsonSerializer.DeserializeAsync(body, type, cancellationToken) ?? throw new UnreadableAnswerException("null in place of an answer");
}
