using FsCheck;
using FsCheck.Fluent;
using PerfectviewFunctions.Core.Storage;
using Xunit;

namespace PerfectviewFunctions.Core.Tests.Storage;

public sealed class StorageKeyTests
{
    /// <summary>Any UTF-16 units, halves of surrogate pairs included, with many of the characters that matter here.</summary>
    private static readonly Gen<string> Texts =
        Gen.OneOf(
                Gen.Choose(0, char.MaxValue),
                Gen.Choose(0xD7FF, 0xE000),
                Gen.Elements("~:;/\\#?%4E1aA-_. \0\u007F\u0085\uFFFD".Select(c => (int)c)))
            .Select(unit => (char)unit)
            .ListOf()
            .Select(units => string.Concat(units));

    [Fact]
    public void Encode_any_text_gives_allowed_characters_only() =>
        Prop.ForAll(Texts.ToArbitrary(), text => StorageKey.Encode(text).All(c => char.IsAsciiLetterOrDigit(c) || "-_.~".Contains(c)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Encode_any_text_can_be_undone_unless_it_is_long() =>
        Prop.ForAll(Texts.ToArbitrary(), text => StorageKey.Encode(text) is var key && (key.Contains("~~", StringComparison.Ordinal) || Decode(key) == text))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Encode_any_text_keeps_to_the_length() =>
        Prop.ForAll(Texts.ToArbitrary(), text => StorageKey.Encode(text + text).Length <= StorageKey.MaxLength)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Encode_long_texts_that_differ_in_the_end_only_gives_different_keys()
    {
        var beginning = new string('漢', 60);
        string[] texts = [beginning, beginning + "1", beginning + "2", new string('a', 151), new string('a', 152)];
        var keys = texts.Select(StorageKey.Encode).ToList();

        Assert.Equal(texts.Length, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Equal(StorageKey.MaxLength, key.Length));
        Assert.Equal(new string('a', 150), StorageKey.Encode(new string('a', 150)));
    }

    [Theory]
    [InlineData("2026-0001_a.B", "2026-0001_a.B")]
    [InlineData("2026/1", "2026~2F1")]
    [InlineData("~2F", "~7E2F")]
    [InlineData("é", "~C3~A9")]
    [InlineData("🧾", "~F0~9F~A7~BE")]
    [InlineData("", "")]
    public void Encode_known_text_gives_the_known_key(string text, string key) => Assert.Equal(key, StorageKey.Encode(text));

    [Fact]
    public void Encode_halves_of_different_pairs_gives_different_keys() =>
        Assert.Equal(4, new[] { "\uD83E", "\uDDFE", "\uD83D", "\uFFFD" }.Select(StorageKey.Encode).Distinct().Count());

    [Fact]
    public void Ascending_and_Descending_order_as_instants_do()
    {
        var now = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(1));
        DateTimeOffset[] instants = [DateTimeOffset.MinValue, now, now.AddTicks(1), now.AddYears(1), DateTimeOffset.MaxValue];

        Assert.Equal(instants, instants.OrderBy(StorageKey.Ascending, StringComparer.Ordinal));
        Assert.Equal(instants.Reverse(), instants.OrderBy(StorageKey.Descending, StringComparer.Ordinal));
    }

    /// <summary>Undoes <see cref="StorageKey.Encode"/> by its description, so that no two texts can share a key.</summary>
    private static string Decode(string key)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < key.Length; i++)
        {
            bytes.Add(key[i] == '~' ? Convert.ToByte(key.Substring(i + 1, 2), 16) : (byte)key[i]);
            i += key[i] == '~' ? 2 : 0;
        }

        var text = new System.Text.StringBuilder();
        for (var i = 0; i < bytes.Count;)
        {
            var (length, point) = bytes[i] switch
            {
                < 0x80 => (1, (int)bytes[i]),
                < 0xE0 => (2, bytes[i] & 0x1F),
                < 0xF0 => (3, bytes[i] & 0x0F),
                _ => (4, bytes[i] & 0x07),
            };
            point = bytes.Skip(i + 1).Take(length - 1).Aggregate(point, (sum, next) => (sum << 6) | (next & 0x3F));
            text.Append(point > char.MaxValue ? char.ConvertFromUtf32(point) : ((char)point).ToString());
            i += length;
        }

        return text.ToString();
    }
}
