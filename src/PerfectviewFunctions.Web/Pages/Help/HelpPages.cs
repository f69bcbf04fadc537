using Microsoft.Extensions.DependencyInjection;

namespace PerfectviewFunctions.Web.Pages.Help;

internal static class HelpPages
{
    public static IServiceCollection AddHelpPages(this IServiceCollection services) => services;
}
