using System.Text.Json;
using System.Text.Json.Serialization;

namespace PerfectviewFunctions.Web.Endpoints.Settings;

/// <summary>The JSON form of what these endpoints take and answer.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(SettingsAnswer))]
[JsonSerializable(typeof(ConflictAnswer<SettingsAnswer>))]
[JsonSerializable(typeof(HistoryAnswer))]
[JsonSerializable(typeof(MappingRequest))]
[JsonSerializable(typeof(MappingAnswer))]
[JsonSerializable(typeof(ConflictAnswer<MappingAnswer>))]
[JsonSerializable(typeof(ChoicesAnswer))]
[JsonSerializable(typeof(PreviewRequest))]
[JsonSerializable(typeof(PreviewAnswer))]
internal sealed partial class SettingsJson : JsonSerializerContext;

/// <summary>The form of what is read field by field, so that each fault is told by its own: also a field that is there twice.</summary>
[JsonSerializable(typeof(JsonDocument))]
internal sealed partial class SentJson : JsonSerializerContext;
