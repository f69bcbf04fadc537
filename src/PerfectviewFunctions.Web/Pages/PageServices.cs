using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Assets;
using PerfectviewFunctions.Web.Pages.Balances;
using PerfectviewFunctions.Web.Pages.Bookings;
using PerfectviewFunctions.Web.Pages.Help;
using PerfectviewFunctions.Web.Pages.Languages;
using PerfectviewFunctions.Web.Pages.Mapping;
using PerfectviewFunctions.Web.Pages.Notices;
using PerfectviewFunctions.Web.Pages.Overview;
using PerfectviewFunctions.Web.Pages.Relations;
using PerfectviewFunctions.Web.Pages.Serving;
using PerfectviewFunctions.Web.Pages.Settings;
using PerfectviewFunctions.Web.Pages.SignIn;
using PerfectviewFunctions.Web.Pages.Tenants;

namespace PerfectviewFunctions.Web.Pages;

/// <summary>Puts the pages together. Antiforgery adds Data Protection, so this comes before the key ring.</summary>
internal static class PageServices
{
    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "koppeling-formulier";
            options.Cookie.Path = PageRoutes.Root;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.FormFieldName = "formulier";
            options.SuppressXFrameOptionsHeader = true; // the policy of content has it
        });
        services.AddSingleton<IEndpoint, PagesEndpoint>();
        services.AddSingleton<PageTable>();
        services.AddSingleton<PageGate>();
        services.AddSingleton<PageContexts>();
        services.AddSingleton<PageRenderer>();
        services.AddSingleton<NoticeCookie>();
        services.AddSingleton<PageCallers>();
        services.AddSingleton<SignInCookie>();
        services.AddSingleton<IPage, AssetPage>();
        services.AddSingleton<IPage, LanguagePage>();
        services.AddSingleton<IPage, SignInPage>();
        services.AddSingleton<IPage, SignInAct>();
        services.AddSingleton<IPage, SignOutAct>();
        return services.AddTenantPages().AddOverviewPages().AddSettingsPages().AddMappingPages().AddBookingPages().AddRelationPages().AddBalancePages()
            .AddHelpPages();
    }
}
