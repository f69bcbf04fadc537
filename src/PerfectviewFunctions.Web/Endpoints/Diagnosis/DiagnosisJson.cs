using System.Text.Json.Serialization;

namespace PerfectviewFunctions.Web.Endpoints.Diagnosis;

/// <summary>The JSON form of a diagnosis.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = false)]
[JsonSerializable(typeof(DiagnosisAnswer))]
internal sealed partial class DiagnosisJson : JsonSerializerContext;
