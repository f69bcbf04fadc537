using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Pages.Serving;
using PerfectviewFunctions.Web.KeyRing;

namespace PerfectviewFunctions.Web.Pages.Notices;

/// <summary>
/// Carries a notice over the redirect after a change, encrypted, for two minutes at most. It may hold a secret that is shown once, which so is stored
/// nowhere and stands in no address. Nobody else who uses the same browser gets to see it.
/// </summary>
internal sealed class NoticeCookie(IDataProtectionProvider protection, TimeProvider time)
{
    private const string Name = "koppeling-melding";

    /// <summary>What browsers keep of one cookie, less its name and attributes.</summary>
    private const int Longest = 3800;

    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(2);

    private readonly IDataProtector protector = protection.CreateProtector("pages", "notice");

    public void Put(HttpContext context, Notice notice)
    {
        var text = Protect(notice, context);
        if (text.Length > Longest)
        {
            text = Protect(notice with { More = null }, context);
        }

        context.Response.Cookies.Append(Name, text, OwnCookie.Options(context.Request, Lasts));
    }

    /// <summary>The notice, if there is one that still holds; the next page will not have it.</summary>
    public IReadOnlyList<Notice> Take(HttpContext context)
    {
        if (!context.Request.Cookies.TryGetValue(Name, out var text))
        {
            return [];
        }

        try
        {
            var kept = JsonSerializer.Deserialize(protector.Unprotect(text), NoticeJson.Default.KeptNotice);
            if (kept?.For != ReaderOf(context))
            {
                // Still there for whom it is, should he have to sign in again first.
                return [];
            }

            context.Response.Cookies.Delete(Name, OwnCookie.Options(context.Request, age: null));
            return kept is not null && time.GetUtcNow() < kept.Until ? [kept.Notice] : [];
        }
        catch (CryptographicException exception) when (Outage.In(exception) is null)
        {
            // Made up, or under a key that is gone.
            context.Response.Cookies.Delete(Name, OwnCookie.Options(context.Request, age: null));
            return [];
        }
    }

    private string Protect(Notice notice, HttpContext context) => protector.Protect(
        JsonSerializer.Serialize(new KeptNotice(notice, time.GetUtcNow() + Lasts, ReaderOf(context)), NoticeJson.Default.KeptNotice));

    private static string? ReaderOf(HttpContext context) => context.User.FindFirst(ClaimTypes.NameIdentifier)?.Value;
}

/// <param name="For">As the gate knows him.</param>
internal sealed record KeptNotice(Notice Notice, DateTimeOffset Until, string? For);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeptNotice))]
internal sealed partial class NoticeJson : JsonSerializerContext;
