using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Core.Diagnosis.Comparing;

namespace PerfectviewFunctions.Core.Diagnosis;

internal static class DiagnosisServices
{
    public static IServiceCollection AddDiagnosis(this IServiceCollection services)
    {
        services.AddSingleton<TenantPictures>();
        services.AddSingleton<BooksReading>();
        services.AddSingleton<BooksComparison>();
        services.AddSingleton(provider => new Diagnoses(
            provider.GetRequiredService<TenantPictures>(), provider.GetRequiredService<BooksComparison>()));
        return services;
    }
}
