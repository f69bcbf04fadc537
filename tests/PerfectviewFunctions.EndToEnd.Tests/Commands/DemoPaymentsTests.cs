using PerfectviewFunctions.Core.Bookkeeping;
using System.Text;
using PerfectviewFunctions.Core.Callbacks;
using PerfectviewFunctions.Core.Tenants;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.LocalHost.Demo;
using PerfectviewFunctions.LocalHost.Setup;
using PerfectviewFunctions.Perfectview.Signing;
using PerfectviewFunctions.Sandbox;
using Xunit;

namespace PerfectviewFunctions.EndToEnd.Tests.Commands;

/// <summary>What the demo and its tenant make visible of payments.</summary>
public sealed class DemoPaymentsTests
{
    [Fact]
    public async Task Demo_fails_and_says_what_is_wrong_when_messages_are_signed_with_another_secret()
    {
        var output = new StringWriter();

        var code = await DemoCommand.RunAsync(
            output,
            BookkeepingApi.Soap,
            builder =>
            {
                var real = builder.Services.Last(service => service.ServiceType == typeof(ICallbackSender)).ImplementationFactory!;
                builder.Services.AddSingleton<ICallbackSender>(provider => new ForgingSender((ICallbackSender)real(provider)));
            },
            CancellationToken.None);

        var text = output.ToString();
        Assert.Equal(1, code);
        Assert.Contains("NOT A partial payment ", text, StringComparison.Ordinal);
        Assert.Contains("NOT AS IT SHOULD BE  A partial payment: signature: expected 'Valid', found 'Wrong'", text, StringComparison.Ordinal);
        Assert.Contains("NOT AS IT SHOULD BE  messages at Perfectview: expected '21', found '0'", text, StringComparison.Ordinal);
        Assert.Contains("ok  Deleted in Perfectview ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Payment_of_the_demo_tenants_invoice_in_the_sandbox_is_told_to_the_Perfectview_beside_it()
    {
        await using var world = await World.CreateAsync();
        var host = await world.AddHostAsync();
        var secret = await DemoTenant.AddAsync(host.App, world.Sandbox, ApiChoice.Usual, CancellationToken.None);
        await DemoTenant.IntroduceAsync(host.App, world.Sandbox, CancellationToken.None);
        using var sale = host.Signed(Encoding.UTF8.GetBytes(Events.Invoice("F1").ToJsonString()), secret: secret);
        using var answer = await host.Http.SendAsync(sale);
        Assert.Equal("booked", (await Reply.ReadAsync(answer)).Outcome);

        world.Pay("F1", 50m);
        await world.ReadAsync(host);
        await host.DeliverAsync();

        var told = Assert.Single(world.Sandbox.Books.Receiver.Arrivals);
        Assert.Equal((SignatureCheck.Valid, 204), (told.Signature, told.Status));
        Assert.Contains("\"state\":\"partly-paid\"", told.Body, StringComparison.Ordinal);
    }

    private sealed class ForgingSender(ICallbackSender real) : ICallbackSender
    {
        private readonly WebhookSecrets another = new(WebhookSecret.Generate().Reveal());

        public Task<CallbackResult> SendAsync(CallbackMessage message, WebhookSecrets secrets, CancellationToken cancellationToken) =>
            real.SendAsync(message, another, cancellationToken);
    }
}
