using System.Net;
using System.Security.Cryptography.X509Certificates;
using Azure.Core.Pipeline;
using Azure.Security.KeyVault.Secrets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace PerfectviewFunctions.Testing.Vaults;

/// <summary>
/// A key vault on this machine, over real HTTPS, that speaks what the real one says about secrets: versions, soft delete, the bearer challenge and its
/// errors. Several may run at once.
/// </summary>
/// <remarks>Deletions and recoveries that take time are over after so many further requests for the name: no clock is involved.</remarks>
public sealed class FakeVault : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly X509Certificate2 certificate;
    private readonly HttpClient http;

    private FakeVault(WebApplication app, X509Certificate2 certificate, VaultState state)
    {
        this.app = app;
        this.certificate = certificate;
        State = state;
        Address = new Uri(app.Urls.Single());
        http = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString() == certificate.GetCertHashString() },
        });
    }

    public Uri Address { get; }

    /// <summary>Whom the vault lets in.</summary>
    public FakeCredential Credential { get; } = new();

    /// <summary>What the vault holds, how it is to behave, and what was asked of it.</summary>
    public VaultState State { get; }

    public static async Task<FakeVault> StartAsync()
    {
        var shown = LoopbackCertificate.Create();
        var state = new VaultState();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.UseHttps(shown);
        }));
        var door = builder.Build();
        door.Run(new VaultDoor(state).AnswerAsync);
        await door.StartAsync();
        return new FakeVault(door, shown, state);
    }

    /// <summary>Lets a client trust exactly this vault, whose name does not end as those of the cloud do.</summary>
    public void Configure(SecretClientOptions options)
    {
        options.Transport = new HttpClientTransport(http);
        options.DisableChallengeResourceVerification = true;
    }

    /// <summary>A client of somebody else, such as an operator with the portal.</summary>
    public SecretClient NewClient()
    {
        var options = new SecretClientOptions { Retry = { MaxRetries = 0 } };
        Configure(options);
        return new SecretClient(Address, Credential, options);
    }

    public async ValueTask DisposeAsync()
    {
        State.ReleaseAll();
        await app.DisposeAsync();
        http.Dispose();
        certificate.Dispose();
    }
}
