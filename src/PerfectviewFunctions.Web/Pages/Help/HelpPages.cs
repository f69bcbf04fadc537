using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Web.Pages.Serving;

namespace PerfectviewFunctions.Web.Pages.Help;

internal static class HelpPages
{
    public static IServiceCollection AddHelpPages(this IServiceCollection services) => services.AddSingleton<IPage, HelpPage>();
}
