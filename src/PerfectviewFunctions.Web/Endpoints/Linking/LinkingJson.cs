using System.Text.Json.Serialization;

namespace PerfectviewFunctions.Web.Endpoints.Linking;

/// <summary>The JSON form of what is sent and answered about tenants and their links.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(NewTenantBody))]
[JsonSerializable(typeof(CredentialsBody))]
[JsonSerializable(typeof(ConnectionTestBody))]
[JsonSerializable(typeof(WebhookSecretBody))]
[JsonSerializable(typeof(EmptyBody))]
[JsonSerializable(typeof(TenantAnswer))]
[JsonSerializable(typeof(TenantListAnswer))]
[JsonSerializable(typeof(TestAnswer))]
[JsonSerializable(typeof(SavedAnswer))]
[JsonSerializable(typeof(WebhookSecretAnswer))]
[JsonSerializable(typeof(ReadKeyAnswer))]
internal sealed partial class LinkingJson : JsonSerializerContext;
