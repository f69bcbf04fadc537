using System.Text;

namespace PerfectviewFunctions.EndToEnd.Tests.Secrets;

/// <summary>The forms in which a secret could show by accident: as it is, as base64 wherever it stands in a longer text, hexadecimal, escaped, UTF-16.</summary>
internal static class SecretForms
{
    public static IEnumerable<byte[]> Of(string secret) =>
        Of(Encoding.UTF8.GetBytes(secret)).Append(Encoding.Unicode.GetBytes(secret)).Append(Encoding.UTF8.GetBytes(Uri.EscapeDataString(secret)));

    public static IEnumerable<byte[]> Of(byte[] secret)
    {
        yield return secret;
        yield return Encoding.ASCII.GetBytes(Convert.ToHexString(secret));
        yield return Encoding.ASCII.GetBytes(Convert.ToHexStringLower(secret));
        for (var shift = 0; shift < 3; shift++)
        {
            // Without the characters at both ends, which depend on what stands beside the secret.
            var base64 = Convert.ToBase64String([.. new byte[shift], .. secret]);
            var within = base64[(shift == 0 ? 0 : shift + 1)..^4];
            yield return Encoding.ASCII.GetBytes(within);
            yield return Encoding.ASCII.GetBytes(within.Replace('+', '-').Replace('/', '_'));
        }
    }

    /// <summary>Whether a text or file holds one of the forms; capitals and small letters of ASCII count as the same.</summary>
    public static bool Show(ReadOnlySpan<byte> content, IEnumerable<byte[]> forms)
    {
        var lowered = Lowered(content);
        foreach (var form in forms)
        {
            if (lowered.AsSpan().IndexOf(Lowered(form)) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static byte[] Lowered(ReadOnlySpan<byte> bytes)
    {
        var lowered = bytes.ToArray();
        foreach (ref var one in lowered.AsSpan())
        {
            one |= one is >= (byte)'A' and <= (byte)'Z' ? (byte)0x20 : (byte)0;
        }

        return lowered;
    }
}
