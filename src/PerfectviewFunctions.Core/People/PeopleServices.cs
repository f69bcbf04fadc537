using Microsoft.Extensions.DependencyInjection;

namespace PerfectviewFunctions.Core.People;

internal static class PeopleServices
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        services.AddSingleton<PeopleStore>();
        services.AddSingleton<PeopleDesk>();
        return services;
    }
}
