namespace PerfectviewFunctions.EBoekhouden.Tests.Support;

/// <summary>Fails an operation before anything of it was sent, as a handler does that gets no connection.</summary>
internal sealed class UnreachableFrom(string operation, Func<Exception> failure) : DelegatingHandler(new ScriptedService())
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        request.Headers.GetValues("SOAPAction").Single().EndsWith($"/{operation}\"", StringComparison.Ordinal)
            ? throw failure()
            : base.SendAsync(request, cancellationToken);
}
