using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Answers;

namespace PerfectviewFunctions.Web.Gate;

/// <summary>A refusal as the API answers it.</summary>
internal static class RefusalAnswer
{
    public static IResult Of(Refusal refusal) => refusal switch
    {
        Refusal.CrossSite => Forbidden("Another site asked for this change in your name, so nothing was done. Make it here, or with the admin key."),
        Refusal.NoKeyForThis => Forbidden("What was sent does not open this."),
        Refusal.NoSuchTenant => Problem.NoSuchTenant,
        Refusal.NoAccessYet => Forbidden("You are signed in, but nobody gave you access yet. Ask the one who runs this service."),
        Refusal.OperatorsOnly => Forbidden("Only operators may do this. Ask the one who runs this service."),
        Refusal.BookkeepersOnly => Forbidden("You may look at this tenant, but not change it. An operator can make you a bookkeeper of it."),
        _ => throw new InvalidOperationException("A refusal of an unknown kind."),
    };

    private static IResult Forbidden(string sentence) => Problem.Of(StatusCodes.Status403Forbidden, sentence);
}
