using System.Net;
using System.Text;
using PerfectviewFunctions.EndToEnd.Tests.Support;
using PerfectviewFunctions.Pages.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Pages.Tests.Serving;

/// <summary>What a browser does not send, and somebody who tries doors does.</summary>
public sealed class OddFormTests
{
    private const string SignIn = "/koppeling/_/aanmelden";

    [Theory]
    [InlineData("application/x-www-form-urlencoded-x", 415)]
    [InlineData("application/x-www-form-urlencoded;;=", 415)]
    [InlineData("application/x-www-form-urlencoded, text/html", 415)]
    [InlineData("application/x-www-form-urlencoded; charset=utf-7", 415)]
    [InlineData("application/x-www-form-urlencoded; charset=\"unicode-1-1-utf-7\"", 415)]
    [InlineData("application/x-www-form-urlencoded; charset=bogus", 415)]
    [InlineData("application/x-www-form-urlencoded; charset=UTF-8", 400)]
    [InlineData("multipart/form-data; boundary=x", 415)]
    [InlineData("application/x-www-form-urlencoded", 400)]
    public async Task Form_of_an_odd_kind_is_refused_in_words_and_is_no_failure_of_ours(string type, int status)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("adminKey=a"));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var answer = await host.Http.PostAsync(new Uri(SignIn, UriKind.Relative), content);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Logs.Lines, line => line.StartsWith("Error ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/koppeling/\u00e9")]
    [InlineData("/koppeling/demo?zoek=\u20ac")]
    public async Task Way_back_that_no_header_can_hold_leads_to_the_first_page(string back)
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Http.BaseAddress };

        using var answer = await http.GetAsync(new Uri("/koppeling/_/taal/en?terug=" + Uri.EscapeDataString(back), UriKind.Relative));

        Assert.Equal((HttpStatusCode.SeeOther, "/koppeling"), (answer.StatusCode, answer.Headers.Location!.ToString()));
    }

    [Fact]
    public async Task Page_with_a_form_leaves_no_warning_in_the_log_and_is_kept_nowhere()
    {
        var (world, host) = await World.StartAsync();
        await using var _ = world;
        using var visitor = await Visitor.SignedInAsync(host);

        using var answer = await host.Http.GetAsync(new Uri(SignIn, UriKind.Relative));

        Assert.True(answer.Headers.CacheControl is { NoStore: true });
        Assert.DoesNotContain(host.Logs.Lines, line => line.StartsWith("Warning ", StringComparison.Ordinal) && line.Contains("Antiforgery", StringComparison.Ordinal));
    }
}
