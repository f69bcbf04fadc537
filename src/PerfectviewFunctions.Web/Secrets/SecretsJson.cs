using System.Text.Json.Serialization;

namespace PerfectviewFunctions.Web.Secrets;

/// <summary>What is encrypted: an object of name and value.</summary>
[JsonSerializable(typeof(SortedDictionary<string, string>))]
internal sealed partial class SecretsJson : JsonSerializerContext;
