using System.Text;

namespace PerfectviewFunctions.Testing.Fuzzing;

/// <summary>What can happen to bytes on their way, and what somebody would do to them who means harm.</summary>
public static class Mutations
{
    private const int Longest = 300_000;

    /// <summary>The bytes with one to eight changes.</summary>
    /// <param name="tokens">What the format is made of, and what breaks it.</param>
    /// <param name="other">Another text of the format, of which parts may be put in.</param>
    public static byte[] Of(Random random, byte[] body, IReadOnlyList<string> tokens, byte[] other)
    {
        for (var left = random.Next(1, 9); left > 0 && body.Length is > 0 and < Longest; left--)
        {
            body = Change(random, body, tokens, other);
        }

        return body;
    }

    private static byte[] Change(Random random, byte[] body, IReadOnlyList<string> tokens, byte[] other)
    {
        var (at, end) = Part(random, body);
        return random.Next(10) switch
        {
            0 => Splice(body, at, at + 1, [(byte)random.Next(256)]),
            1 => Splice(body, at, at + 1, [(byte)(body[at] ^ (1 << random.Next(8)))]),
            2 => Splice(body, at, end, []),
            3 => Splice(body, at, at, body[at..end]),
            4 => Splice(body, at, at, Token(random, tokens)),
            5 => Splice(body, at, end, Token(random, tokens)),
            6 => Splice(body, at, end, Some(random, other)),
            7 => Repeat(body, at, end, random.Next(2, 400)),
            8 => body[..at],
            _ => Swap(random, body, at, end),
        };
    }

    private static byte[] Token(Random random, IReadOnlyList<string> tokens) => Encoding.UTF8.GetBytes(tokens[random.Next(tokens.Count)]);

    private static byte[] Some(Random random, byte[] other)
    {
        var (at, end) = Part(random, other);
        return other[at..end];
    }

    /// <summary>Mostly short, now and then a good deal of it.</summary>
    private static (int At, int End) Part(Random random, byte[] body)
    {
        var at = random.Next(body.Length);
        var longest = random.Next(4) == 0 ? body.Length : 40;
        return (at, Math.Min(body.Length, at + random.Next(1, longest + 1)));
    }

    private static byte[] Swap(Random random, byte[] body, int at, int end)
    {
        var part = body[at..end];
        var rest = Splice(body, at, end, []);
        return Splice(rest, random.Next(rest.Length + 1), part);
    }

    private static byte[] Repeat(byte[] body, int at, int end, int times)
    {
        times = Math.Min(times, 1 + (Longest / (end - at)));
        return Splice(body, at, at, [.. Enumerable.Repeat(body[at..end], times).SelectMany(part => part)]);
    }

    private static byte[] Splice(byte[] body, int at, byte[] added) => Splice(body, at, at, added);

    private static byte[] Splice(byte[] body, int at, int end, byte[] added) => [.. body[..at], .. added, .. body[Math.Min(end, body.Length)..]];
}
