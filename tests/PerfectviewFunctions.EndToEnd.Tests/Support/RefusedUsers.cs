using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.EndToEnd.Tests.Support;

/// <summary>Credentials that the books take no longer: a changed security code 1, or tokens that were revoked.</summary>
internal static class RefusedUsers
{
    /// <summary>Of SOAP, and what REST says of a token that was revoked.</summary>
    public static string Code { get; } = ApiChoice.Said("E0011", "API_SESSION_004");

    /// <summary>As <see cref="Code"/>, for a <see cref="FaultKind.Refuse"/>.</summary>
    public static string Refusal { get; } = ApiChoice.Said("E001.1", "API_SESSION_004");

    /// <summary>From now on a user's credentials are refused, and no session is left.</summary>
    /// <param name="newCode">Security code 1 as it becomes.</param>
    public static void Refuse(this World world, string newCode, string userName = SandboxDemo.UserName)
    {
        var books = world.Sandbox.Books;
        if (world.Api == BookkeepingApi.Soap)
        {
            books.ChangeSecurityCode1(userName, newCode);
        }
        else
        {
            foreach (var made in books.ApiTokens.Where(made => made.UserName == userName))
            {
                books.RevokeApiToken(made.Token);
            }
        }

        books.EndSessions();
    }

    /// <summary>As <see cref="Refuse"/>, until <see cref="TakeAgain"/>; by REST of all users.</summary>
    public static void RefuseForNow(this World world, string newCode)
    {
        if (world.Api == BookkeepingApi.Soap)
        {
            world.Refuse(newCode);
            return;
        }

        world.Sandbox.Books.Faults.Add(new Fault(FaultKind.Refuse) { Operation = "OpenSession", Code = Refusal, Times = Fault.UntilCleared });
        world.Sandbox.Books.EndSessions();
    }

    public static void TakeAgain(this World world)
    {
        world.Sandbox.Books.ChangeSecurityCode1(SandboxDemo.UserName, SandboxDemo.SecurityCode1);
        world.Sandbox.Books.Faults.Clear();
    }
}
