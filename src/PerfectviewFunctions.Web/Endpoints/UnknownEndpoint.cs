using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints;

/// <summary>Answers in words where nothing else does: an address or a method that the API does not have.</summary>
internal sealed class UnknownEndpoint : IEndpoint
{
    // The Functions host tries routes in the order of their names: this one comes last.
    public EndpointDefinition Definition { get; } = new("ZzUnknown", null, Routes.Unknown, Access.Anybody);

    public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken) => Task.FromResult(Problem.Of(
        StatusCodes.Status404NotFound, "Nothing answers this method at this address. Check both; events go by POST to /api/webhooks/ and the name of the link."));
}
