using System.Security.Claims;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Testing;
using PerfectviewFunctions.Web.Pages.Notices;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Pages;

public sealed class NoticeCookieTests
{
    private readonly ManualTimeProvider clock = new();
    private readonly NoticeCookie cookie;

    public NoticeCookieTests() => cookie = new NoticeCookie(new EphemeralDataProtectionProvider(), clock);

    [Fact]
    public void Nobody_else_at_the_same_browser_gets_to_see_it_and_whom_it_is_for_does_once()
    {
        var kept = Put(Notice.Done("made") with { Secret = "whsec_a" }, "anna");

        Assert.Empty(Take(kept, "bram").Notices);
        Assert.Empty(Take(kept, null).Notices);
        var (notices, isRemoved) = Take(kept, "anna");

        Assert.Equal("whsec_a", Assert.Single(notices).Secret);
        Assert.True(isRemoved);
    }

    [Fact]
    public void It_ends_by_itself_and_a_forged_one_is_none()
    {
        var kept = Put(Notice.Done("made"), "anna");
        clock.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal((0, true), Count(Take(kept, "anna")));
        Assert.Equal((0, true), Count(Take("koppeling-melding=made-up", "anna")));
    }

    private string Put(Notice notice, string who)
    {
        var context = As(who);
        cookie.Put(context, notice);
        return context.Response.Headers.SetCookie.ToString().Split(';')[0];
    }

    private (IReadOnlyList<Notice> Notices, bool IsRemoved) Take(string kept, string? who)
    {
        var context = As(who);
        context.Request.Headers.Cookie = kept;
        return (cookie.Take(context), context.Response.Headers.SetCookie.ToString().StartsWith("koppeling-melding=;", StringComparison.Ordinal));
    }

    private static (int, bool) Count((IReadOnlyList<Notice> Notices, bool IsRemoved) taken) => (taken.Notices.Count, taken.IsRemoved);

    private static DefaultHttpContext As(string? who) => new()
    {
        User = new ClaimsPrincipal(new ClaimsIdentity(who is null ? [] : [new Claim(ClaimTypes.NameIdentifier, who)], "test")),
    };
}
