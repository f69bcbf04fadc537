using PerfectviewFunctions.Core.Bookkeeping;

namespace PerfectviewFunctions.Core.Errors.Entries;

/// <summary>Calls that got no usable answer. Those that were certainly not done are tried again; the others are looked up first.</summary>
internal static class CallEntries
{
    private const string RetryNl = "U hoeft niets te doen: de koppeling probeert het vanzelf opnieuw.";
    private const string RetryEn = "Nothing to do: the link tries again by itself.";
    private const string LookUpNl =
        "U hoeft niets te doen: de koppeling zoekt eerst op of het gelukt is. Boek niets zelf: dan kan het er dubbel in komen.";

    private const string LookUpEn =
        "Nothing to do: the link first looks up whether it was done. Do not book anything yourself: it might end up in the books twice.";

    public static ErrorTheme Theme { get; } = new(
        "calls", "Antwoord van e-Boekhouden", "Answers of e-Boekhouden",
        [
            new(CallFailure.Unreachable, ErrorClass.Transient,
                "e-Boekhouden is op dit moment niet bereikbaar. Er is niets geboekt.",
                "e-Boekhouden cannot be reached at this moment. Nothing was booked.",
                RetryNl, RetryEn),
            new(CallFailure.Throttled, ErrorClass.Transient,
                "e-Boekhouden heeft het druk en vraagt om later terug te komen. Er is niets geboekt.",
                "e-Boekhouden is busy and asks to come back later. Nothing was booked.",
                RetryNl, RetryEn),
            new(CallFailure.SessionRefused, ErrorClass.Transient,
                "e-Boekhouden nam ook een nieuwe aanmelding van de koppeling niet aan. Er is niets geboekt.",
                "e-Boekhouden did not take a renewed session of the link either. Nothing was booked.",
                RetryNl, RetryEn),
            new(CallFailure.TimedOut, ErrorClass.Unclear,
                "e-Boekhouden antwoordde niet op tijd. Niet zeker is of de opdracht is uitgevoerd.",
                "e-Boekhouden did not answer in time. It is not certain whether the call was done.",
                LookUpNl, LookUpEn),
            new(CallFailure.ConnectionLost, ErrorClass.Unclear,
                "De verbinding met e-Boekhouden viel weg. Niet zeker is of de opdracht is uitgevoerd.",
                "The connection to e-Boekhouden was lost. It is not certain whether the call was done.",
                LookUpNl, LookUpEn),
            new(CallFailure.ServerError, ErrorClass.Unclear,
                "Bij e-Boekhouden ging iets mis. Niet zeker is of de opdracht is uitgevoerd.",
                "Something went wrong at e-Boekhouden. It is not certain whether the call was done.",
                LookUpNl, LookUpEn),
            new(CallFailure.Unreadable, ErrorClass.Unclear,
                "Het antwoord van e-Boekhouden was niet te lezen. Niet zeker is of de opdracht is uitgevoerd.",
                "The answer of e-Boekhouden could not be read. It is not certain whether the call was done.",
                LookUpNl, LookUpEn),
            new(CallFailure.NoNumber, ErrorClass.Unclear,
                "e-Boekhouden meldde geen fout, maar gaf ook geen nummer terug. Niet zeker is of de opdracht is uitgevoerd.",
                "e-Boekhouden reported no error, but gave no number either. It is not certain whether the call was done.",
                LookUpNl, LookUpEn),
        ]);
}
