using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Hosting;
using PerfectviewFunctions.Core.Engine;

namespace PerfectviewFunctions.EndToEnd.Tests.Properties.Money;

/// <summary>
/// Lets a host answer its requests under a culture, without touching the process: a culture set within a request flows with that request only.
/// </summary>
internal sealed class CultureHost(CultureInfo culture) : IStartupFilter, IWorkWitness
{
    private readonly ConcurrentDictionary<string, bool> seen = [];

    /// <summary>The cultures under which bookings were made, to prove that it worked.</summary>
    public IEnumerable<string> Seen => seen.Keys;

    public void AddTo(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IStartupFilter>(this);
        builder.Services.AddSingleton<IWorkWitness>(this);
    }

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use((context, rest) =>
        {
            CultureInfo.CurrentCulture = culture;
            CultureInfo.CurrentUICulture = culture;
            return rest(context);
        });
        next(app);
    };

    public void Reached(WorkStep step)
    {
        if (step == WorkStep.BookingAnswered)
        {
            seen.TryAdd(CultureInfo.CurrentCulture.Name, true);
        }
    }
}
