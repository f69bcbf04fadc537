using PerfectviewFunctions.Core.Errors;
using PerfectviewFunctions.Web.Pages.Languages;
using PerfectviewFunctions.Web.Pages.Notices;

namespace PerfectviewFunctions.Web.Pages.Bookings;

/// <summary>Why nothing was done.</summary>
internal static class BookingNotices
{
    /// <summary>What somebody decided about is not what he saw any more.</summary>
    public static Notice Changed(Texts texts) => new(NoticeKind.Warning, texts["booking.changedMeanwhile"]);

    public static Notice Of(Reason reason, Texts texts)
    {
        var text = ReasonText.Render(reason);
        return new Notice(NoticeKind.Failed, texts.Of(text.Nl, text.En), [texts.Of(text.ActionNl, text.ActionEn)]);
    }
}
