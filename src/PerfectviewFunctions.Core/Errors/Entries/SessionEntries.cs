namespace PerfectviewFunctions.Core.Errors.Entries;

/// <summary>Sessions that ended; renewed by the link itself.</summary>
internal static class SessionEntries
{
    private const string ActionNl = "U hoeft niets te doen: de koppeling meldt zich opnieuw aan en herhaalt de opdracht.";
    private const string ActionEn = "Nothing to do: the link signs in again and repeats the call.";

    public static ErrorTheme Theme { get; } = new(
        "session", "Aanmelding bij e-Boekhouden", "Session with e-Boekhouden",
        [
            new("E0021", ErrorClass.Session,
                "e-Boekhouden herkent de aanmelding van de koppeling niet.", "e-Boekhouden does not recognise the link's session.",
                ActionNl, ActionEn),
            new("E0022", ErrorClass.Session,
                "e-Boekhouden kan de aanmelding van de koppeling niet vinden.", "e-Boekhouden cannot find the link's session.",
                ActionNl, ActionEn),
            new("E0023", ErrorClass.Session,
                "De aanmelding van de koppeling bij e-Boekhouden is verlopen.", "The link's session with e-Boekhouden has expired.",
                ActionNl, ActionEn),
            new("E0024", ErrorClass.Session,
                "De aanmelding van de koppeling bij e-Boekhouden is al afgesloten.", "The link's session with e-Boekhouden was closed "
                + "already.",
                ActionNl, ActionEn),
        ]);
}
