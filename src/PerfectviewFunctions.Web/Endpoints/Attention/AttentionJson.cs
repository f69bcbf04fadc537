using System.Text.Json.Serialization;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Endpoints.Attention;

/// <summary>The JSON form of what is sent and answered about held-back work.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    WriteIndented = false)]
[JsonSerializable(typeof(HeldBackAnswer))]
[JsonSerializable(typeof(RetryBody))]
[JsonSerializable(typeof(RetryAnswer))]
[JsonSerializable(typeof(IgnoreBody))]
[JsonSerializable(typeof(InvoiceAnswer))]
[JsonSerializable(typeof(AttentionEventAnswer))]
internal sealed partial class AttentionJson : JsonSerializerContext;
