using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Core.Relations.Sync;

namespace PerfectviewFunctions.Core.Relations;

internal static class RelationServices
{
    public static IServiceCollection AddRelations(this IServiceCollection services)
    {
        services.AddSingleton<RelationStore>();
        services.AddSingleton<RelationCases>();
        services.AddSingleton<DebtorIndexes>();
        services.AddSingleton<Debtors>();
        services.AddSingleton<FoundDebtors>();
        services.AddSingleton<CardWriting>();
        services.AddSingleton<RelationWork>();
        return services;
    }
}
