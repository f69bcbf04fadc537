using System.Collections.Frozen;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Functions;

/// <summary>Runs the endpoint that has a function's name, through the gate. It is all that an HTTP function calls.</summary>
public sealed class EndpointRunner(IEnumerable<IEndpoint> endpoints, EndpointGate gate)
{
    private readonly FrozenDictionary<string, IEndpoint> byName =
        endpoints.ToFrozenDictionary(endpoint => endpoint.Definition.Name, StringComparer.Ordinal);

    public Task<IResult> RunAsync(string name, HttpRequest request) => gate.RunAsync(byName[name], request, request.HttpContext.RequestAborted);
}
