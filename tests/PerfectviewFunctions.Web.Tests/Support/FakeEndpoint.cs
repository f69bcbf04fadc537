using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Tests.Support;

internal sealed class FakeEndpoint(Access access, Func<IResult> answer) : IEndpoint
{
    public int Calls { get; private set; }

    public EndpointDefinition Definition { get; } = new("Fake", HttpMethods.Get, Routes.Health, access);

    public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        Calls++;
        return Task.FromResult(answer());
    }
}
