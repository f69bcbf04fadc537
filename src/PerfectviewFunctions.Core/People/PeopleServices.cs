using Microsoft.Extensions.DependencyInjection;

namespace PerfectviewFunctions.Core.People;

internal static class PeopleServices
{
    public static IServiceCollection AddPeople(this IServiceCollection services)
    {
        return services;
    }
}
