using System.Text.Json.Serialization;

namespace PerfectviewFunctions.Core.Bookkeeping;

/// <summary>By which of its two APIs the service is spoken to.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BookkeepingApi>))]
public enum BookkeepingApi
{
    /// <summary>User name and two security codes.</summary>
    Soap,

    /// <summary>One token.</summary>
    Rest,
}
