using PerfectviewFunctions.Core.Linking;
using PerfectviewFunctions.Web.Pages.Layout;

namespace PerfectviewFunctions.Web.Pages.Settings;

internal static class ConnectionWords
{
    public static Tone ToneOf(ConnectionStateKind kind) => kind switch
    {
        ConnectionStateKind.Working => Tone.Good,
        ConnectionStateKind.Paused => Tone.Bad,
        _ => Tone.Quiet,
    };
}
