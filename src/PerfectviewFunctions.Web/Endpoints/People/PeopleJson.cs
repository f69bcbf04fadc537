using System.Text.Json.Serialization;

namespace PerfectviewFunctions.Web.Endpoints.People;

/// <summary>The JSON form of who may do what.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(PersonSent))]
[JsonSerializable(typeof(OperatorSent))]
[JsonSerializable(typeof(PersonAnswer))]
[JsonSerializable(typeof(PeopleAnswer))]
[JsonSerializable(typeof(OperatorAnswer))]
[JsonSerializable(typeof(OperatorsAnswer))]
internal sealed partial class PeopleJson : JsonSerializerContext;
