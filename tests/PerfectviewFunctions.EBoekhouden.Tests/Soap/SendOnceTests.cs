using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Tests.Support;
using PerfectviewFunctions.EBoekhouden.Transport;

namespace PerfectviewFunctions.EBoekhouden.Tests.Soap;

public sealed class SendOnceTests
{
    [Fact]
    public async Task Handler_that_tries_again_can_not_send_a_booking_twice()
    {
        using var service = new ScriptedService();
        service.On("AddMutatie", _ => throw new HttpRequestException(HttpRequestError.ResponseEnded));
        using var bench = new Bench(handler: new RetryingHandler(service));

        Assert.IsType<Answer<long>.Unclear>(await bench.BookAsync());

        service.Single("AddMutatie");
    }

    [Fact]
    public async Task Handler_that_tries_again_can_not_send_an_update_twice()
    {
        using var service = new ScriptedService();
        service.On("UpdateRelatie", _ => throw new HttpRequestException(HttpRequestError.ResponseEnded));
        using var bench = new Bench(handler: new RetryingHandler(service));

        Assert.IsType<Answer<bool>.Unclear>(await bench.UpdateDebtorAsync());

        service.Single("UpdateRelatie");
    }

    [Fact]
    public async Task Body_that_was_not_sent_can_be_revoked_and_then_never_leaves()
    {
        using var limit = new CallLimit(TimeSpan.FromMinutes(1), TimeProvider.System);
        using var content = new SendOnceContent("x"u8.ToArray(), "text/xml", limit);

        Assert.True(content.TryRevoke());
        Assert.True(content.TryRevoke());
        await Assert.ThrowsAsync<HttpRequestException>(() => content.CopyToAsync(new MemoryStream()));
    }

    [Fact]
    public async Task Body_that_was_sent_can_not_be_revoked_nor_sent_again()
    {
        using var limit = new CallLimit(TimeSpan.FromMinutes(1), TimeProvider.System);
        using var content = new SendOnceContent("x"u8.ToArray(), "text/xml", limit);
        await content.CopyToAsync(new MemoryStream());

        Assert.False(content.TryRevoke());
        await Assert.ThrowsAsync<HttpRequestException>(() => content.CopyToAsync(new MemoryStream()));
    }

    [Fact]
    public async Task Body_that_was_begun_can_not_be_revoked()
    {
        using var limit = new CallLimit(TimeSpan.FromMinutes(1), TimeProvider.System);
        using var content = new SendOnceContent("x"u8.ToArray(), "text/xml", limit);

        await Assert.ThrowsAnyAsync<Exception>(() => content.CopyToAsync(new MemoryStream([], writable: false)));

        Assert.False(content.TryRevoke());
    }

    private sealed class RetryingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException)
            {
                return await base.SendAsync(request, cancellationToken);
            }
        }
    }
}
