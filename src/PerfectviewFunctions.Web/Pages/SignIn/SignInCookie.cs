using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using PerfectviewFunctions.Web.Gate;
using PerfectviewFunctions.Web.Pages.Serving;
using PerfectviewFunctions.Web.KeyRing;

namespace PerfectviewFunctions.Web.Pages.SignIn;

/// <summary>
/// Says that somebody showed the admin key, for twelve hours at most and as long as that key stands. It holds the key's fingerprint, not the key, and is
/// encrypted besides.
/// </summary>
internal sealed class SignInCookie(IDataProtectionProvider protection, AdminKey adminKey, TimeProvider time)
{
    private const string Name = "koppeling-aanmelding";

    private static readonly TimeSpan Lasts = TimeSpan.FromHours(12);

    private readonly IDataProtector protector = protection.CreateProtector("pages", "sign-in");

    /// <param name="key">The admin key, found right.</param>
    public void Put(HttpContext context, string key)
    {
        var until = time.GetUtcNow() + Lasts;
        var text = string.Create(CultureInfo.InvariantCulture, $"{until.ToUnixTimeSeconds()}.{AdminKey.FingerprintOf(key)}");
        context.Response.Cookies.Append(Name, protector.Protect(text), OwnCookie.Options(context.Request, Lasts));
    }

    public static void Remove(HttpContext context) => context.Response.Cookies.Delete(Name, OwnCookie.Options(context.Request, age: null));

    public async Task<bool> IsRightAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.Cookies.TryGetValue(Name, out var text) || Read(text) is not { } kept)
        {
            return false;
        }

        return time.GetUtcNow() < kept.Until && await adminKey.HasFingerprintAsync(kept.Fingerprint, cancellationToken);
    }

    private (DateTimeOffset Until, string Fingerprint)? Read(string text)
    {
        try
        {
            var parts = protector.Unprotect(text).Split('.');
            return (DateTimeOffset.FromUnixTimeSeconds(long.Parse(parts[0], CultureInfo.InvariantCulture)), parts[1]);
        }
        catch (CryptographicException exception) when (Outage.In(exception) is null)
        {
            // Made up, or under a key that is gone.
            return null;
        }
    }
}
