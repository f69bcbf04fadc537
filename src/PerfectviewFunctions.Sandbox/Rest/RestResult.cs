using System.Text.Json.Nodes;

namespace PerfectviewFunctions.Sandbox;

/// <summary>What a REST call came to: a status with its body, or an error code.</summary>
/// <param name="Code">Null when it was done.</param>
/// <param name="Property">What the code is about; empty when that is nothing in particular.</param>
internal sealed record RestResult(int Status, JsonObject? Body, string? Code = null, string Property = "")
{
    public static RestResult NoContent { get; } = new(StatusCodes.Status204NoContent, null);

    public static RestResult Ok(JsonObject body) => new(StatusCodes.Status200OK, body);

    public static RestResult Created(JsonObject body) => new(StatusCodes.Status201Created, body);

    public static RestResult Refused(string code, string property = "", int? status = null) =>
        new(status ?? RestErrors.StatusOf(code), null, code, property);

    public static RestResult Refused(RestFault fault) => Refused(fault.Code, fault.Property);
}

/// <summary>The first rule that is broken.</summary>
/// <param name="Property">As a path in the body, such as rows[0].vatCode.</param>
internal sealed record RestFault(string Code, string Property = "");
