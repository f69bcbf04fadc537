namespace PerfectviewFunctions.Benchmarks.Payments;

/// <summary>Slows every call to the books down, as a network does, and counts how many are under way at once.</summary>
internal sealed class Meter(TimeSpan latency) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    private readonly Lock gate = new();
    private int now;

    public int MostAtOnce { get; private set; }

    public void Reset() => MostAtOnce = 0;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Count(1);
        try
        {
            await Task.Delay(latency, cancellationToken);
            return await base.SendAsync(request, cancellationToken);
        }
        finally
        {
            Count(-1);
        }
    }

    private void Count(int more)
    {
        lock (gate)
        {
            now += more;
            MostAtOnce = Math.Max(MostAtOnce, now);
        }
    }
}
