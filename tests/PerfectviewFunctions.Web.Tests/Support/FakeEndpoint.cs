using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Tests.Support;

internal sealed class FakeEndpoint(Access access, Func<IResult> answer, string? method = null) : IEndpoint
{
    public int Calls { get; private set; }

    /// <summary>Who called last, where the gate knows anybody.</summary>
    public Caller? Caller { get; private set; }

    public EndpointDefinition Definition { get; } = new("Fake", method ?? HttpMethods.Get, Routes.Health, access);

    public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        Calls++;
        Caller = Definition.Access is Access.Anybody or Access.Signature ? null : request.Caller();
        return Task.FromResult(answer());
    }
}
