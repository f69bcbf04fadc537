using Microsoft.Extensions.DependencyInjection;

namespace PerfectviewFunctions.Web.Endpoints.People;

internal static class PeopleEndpoints
{
    public static IServiceCollection AddPeopleEndpoints(this IServiceCollection services)
    {
        return services;
    }
}
