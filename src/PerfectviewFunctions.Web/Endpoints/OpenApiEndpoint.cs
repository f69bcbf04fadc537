using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints;

/// <summary>The description of the API, as it stands in <c>docs/openapi.yaml</c>.</summary>
internal sealed class OpenApiEndpoint : IEndpoint
{
    private const string ResourceName = "openapi.yaml";

    private static readonly byte[] Document = Read();

    public EndpointDefinition Definition { get; } = new("OpenApi", HttpMethods.Get, Routes.OpenApi, Access.Anybody);

    public Task<IResult> HandleAsync(HttpRequest request, CancellationToken cancellationToken) =>
        Task.FromResult(Results.Bytes(Document, "application/yaml"));

    private static byte[] Read()
    {
        using var stream = typeof(OpenApiEndpoint).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"{ResourceName} is not embedded.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
