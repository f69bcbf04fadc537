using System.Text.Json;
using System.Text.Json.Serialization;

namespace PerfectviewFunctions.Core.Invoices;

/// <summary>Kinds by their names. One that is not known must not keep the invoice that it stands in from being read and worked on.</summary>
internal sealed class TrailKindJson : JsonConverter<TrailKind>
{
    public override TrailKind Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Enum.TryParse<TrailKind>(reader.GetString(), out var kind) && Enum.IsDefined(kind) ? kind : TrailKind.Other;

    public override void Write(Utf8JsonWriter writer, TrailKind value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
