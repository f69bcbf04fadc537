using System.Text.Json.Serialization;
using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.History;
using PerfectviewFunctions.Core.Invoices;
using PerfectviewFunctions.Core.Mapping;
using PerfectviewFunctions.Core.Payments;
using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Core.Relations.Facts;
using PerfectviewFunctions.Core.Tenants;

namespace PerfectviewFunctions.Core.Json;

/// <summary>The JSON form of what rows hold as nested text. Names are part of the storage form: renaming a property is a migration.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Booking))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, DebtorLink>))]
[JsonSerializable(typeof(RelationFacts))]
[JsonSerializable(typeof(InvoiceFacts))]
[JsonSerializable(typeof(InvoiceTrail))]
[JsonSerializable(typeof(Reason))]
[JsonSerializable(typeof(IReadOnlyList<EventFault>))]
[JsonSerializable(typeof(IReadOnlyList<FieldChange>))]
[JsonSerializable(typeof(PaymentStatus))]
[JsonSerializable(typeof(IReadOnlyList<PaymentStatus>))]
[JsonSerializable(typeof(IReadOnlyList<PaymentNote>))]
[JsonSerializable(typeof(TenantDates))]
[JsonSerializable(typeof(TenantSettings))]
[JsonSerializable(typeof(VatMapping))]
internal sealed partial class StoredJson : JsonSerializerContext;
