using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Web.Gate;

namespace PerfectviewFunctions.Web.Endpoints.People;

internal static class PeopleEndpoints
{
    public static IServiceCollection AddPeopleEndpoints(this IServiceCollection services)
    {
        services.AddSingleton<IEndpoint, PeopleEndpoint>();
        services.AddSingleton<IEndpoint, PersonPutEndpoint>();
        services.AddSingleton<IEndpoint, PersonDeleteEndpoint>();
        services.AddSingleton<IEndpoint, OperatorsEndpoint>();
        services.AddSingleton<IEndpoint, OperatorPutEndpoint>();
        services.AddSingleton<IEndpoint, OperatorDeleteEndpoint>();
        return services;
    }
}
