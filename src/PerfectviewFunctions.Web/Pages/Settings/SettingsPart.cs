namespace PerfectviewFunctions.Web.Pages.Settings;

/// <summary>The settings that one form of the page saves together.</summary>
public enum SettingsPart
{
    Perfectview,
    Relations,
    Bookings,
    Payments,
    General,
}
