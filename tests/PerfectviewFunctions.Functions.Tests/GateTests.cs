using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Parity;
using PerfectviewFunctions.Web.Gate;
using Xunit;

namespace PerfectviewFunctions.Functions.Tests;

/// <summary>Headers, access and answers in words come from the one gate, whichever function is called.</summary>
public sealed class GateTests
{
    public static TheoryData<string> Endpoints { get; } = [.. ProductExposure.Read().Endpoints.Select(endpoint => endpoint.Name)];

    [Theory]
    [MemberData(nameof(Endpoints))]
    public async Task Function_answers_through_the_gate_as_the_endpoint_of_its_name(string name)
    {
        await using var services = ProductExposure.Services();
        var endpoint = services.GetServices<IEndpoint>().Single(endpoint => endpoint.Definition.Name == name);
        var function = BuiltFunctionsParityTests.Functions.Single(function => BuiltFunctionsParityTests.NameOf(function) == name);
        var seen = new SeenEndpoint(endpoint);
        var runner = new EndpointRunner(
            [.. services.GetServices<IEndpoint>().Where(other => other != endpoint), seen], services.GetRequiredService<EndpointGate>());
        var context = new DefaultHttpContext { RequestServices = services, Request = { Method = endpoint.Definition.Method ?? "GET" } };

        var answer = await (Task<IResult>)function.Invoke(Activator.CreateInstance(function.DeclaringType!, runner), [context.Request])!;

        Assert.True(seen.Asked, "Another endpoint was asked.");
        Assert.Contains("no-store", context.Response.Headers.CacheControl.ToString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", context.Response.Headers.XContentTypeOptions);
        if (endpoint.Definition.Access != Access.Anybody)
        {
            Assert.False(seen.Ran && endpoint.Definition.Access != Access.Signature, "It ran for nobody.");
            Assert.NotEqual(StatusCodes.Status200OK, (answer as IStatusCodeHttpResult)?.StatusCode);
        }
    }

    /// <summary>Notes whether the gate looked at an endpoint's rule, and whether it let anybody in.</summary>
    private sealed class SeenEndpoint(IEndpoint endpoint) : IEndpoint
    {
        private int looks;

        public bool Ran { get; private set; }

        // Once by the runner for its name; then by the gate.
        public bool Asked => looks > 1;

        public EndpointDefinition Definition
        {
            get
            {
                looks++;
                return endpoint.Definition;
            }
        }

        public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
        {
            Ran = true;
            return endpoint.HandleAsync(request, cancellationToken);
        }
    }
}
