using System.Text.Json.Serialization;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Endpoints.Relations;

/// <summary>The JSON form of what is sent and answered about relations.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    WriteIndented = false)]
[JsonSerializable(typeof(RelationListAnswer))]
[JsonSerializable(typeof(RelationAnswer))]
[JsonSerializable(typeof(RelationActedAnswer))]
[JsonSerializable(typeof(DebtorChoiceBody))]
[JsonSerializable(typeof(NamePreviewBody))]
[JsonSerializable(typeof(NamePreviewAnswer))]
internal sealed partial class RelationJson : JsonSerializerContext;
