using Microsoft.AspNetCore.Http;

namespace PerfectviewFunctions.Web.Gate;

/// <summary>One operation over HTTP: what it is called, where it is, who may call it, and what it does. It knows no host.</summary>
public interface IEndpoint
{
    EndpointDefinition Definition { get; }

    Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken);
}

/// <param name="Name">The name of the function.</param>
/// <param name="Method">GET, POST, …; null: whatever no other endpoint takes at that address.</param>
/// <param name="Route">One of <see cref="Routes"/>.</param>
/// <param name="Access">Who may call it.</param>
public sealed record EndpointDefinition(string Name, string? Method, string Route, Access Access);
