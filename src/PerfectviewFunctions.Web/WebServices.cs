using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Perfectview.Events;
using PerfectviewFunctions.Web.Endpoints.Attention;
using PerfectviewFunctions.Web.Endpoints.Diagnosis;
using PerfectviewFunctions.Web.Endpoints.Health;
using PerfectviewFunctions.Web.Endpoints.Linking;
using PerfectviewFunctions.Web.Endpoints.Payments;
using PerfectviewFunctions.Web.Endpoints.People;
using PerfectviewFunctions.Web.Endpoints.Relations;
using PerfectviewFunctions.Web.Endpoints.Settings;
using PerfectviewFunctions.Web.Endpoints;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages;

namespace PerfectviewFunctions.Web;

/// <summary>Puts the endpoints together; a host maps each to its own kind of route and runs it through the <see cref="EndpointGate"/>.</summary>
public static class WebServices
{
    public static IServiceCollection AddPerfectviewWeb(this IServiceCollection services)
    {
        services.AddMetrics();
        services.AddSingleton<IEventReader, WebhookEventReader>();
        services.AddGate();
        services.AddSingleton<Readiness>();
        services.AddSingleton<IEndpoint, HealthEndpoint>();
        services.AddSingleton<IEndpoint, ReadyEndpoint>();
        services.AddSingleton<IEndpoint, WebhookEndpoint>();
        services.AddSingleton<IEndpoint, InvoicesEndpoint>();
        services.AddSingleton<IEndpoint, InvoiceEndpoint>();
        services.AddSingleton<IEndpoint, DiagnosisEndpoint>();
        services.AddSingleton<IEndpoint, OpenApiEndpoint>();
        services.AddSingleton<IEndpoint, UnknownEndpoint>();
        return services.AddLinkingEndpoints().AddSettingsEndpoints().AddAttentionEndpoints().AddRelationEndpoints().AddPaymentEndpoints()
            .AddPeopleEndpoints().AddPages();
    }
}
