using System.Text;
using PerfectviewFunctions.Web.Answers.Csv;
using PerfectviewFunctions.Web.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Answers;

public sealed class CsvTests
{
    [Theory]
    [InlineData("Korenbloem", "Korenbloem", "Korenbloem")]
    [InlineData("", "", "")]
    [InlineData("a;b", "\"a;b\"", "a;b")]
    [InlineData("a,b", "a,b", "\"a,b\"")]
    [InlineData("De \"Korenaar\"", "\"De \"\"Korenaar\"\"\"", "\"De \"\"Korenaar\"\"\"")]
    [InlineData("a\nb", "\"a\nb\"", "\"a\nb\"")]
    [InlineData("a\rb", "\"a\rb\"", "\"a\rb\"")]
    [InlineData("é株😀", "é株😀", "é株😀")]
    public void Text_is_quoted_where_it_would_end_its_cell(string text, string nl, string en) =>
        Assert.Equal((nl, en), (CsvForm.Dutch.Text(text), CsvForm.English.Text(text)));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+31 6", "'+31 6")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("\n=1", "\"'\n=1\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("=HYPERLINK(\"http://x\";\"y\")", "\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\"")]
    [InlineData("a=1", "a=1")]
    [InlineData("2026-0042", "2026-0042")]
    [InlineData("'t Hoekje", "'t Hoekje")]
    public void Text_is_never_a_formula(string text, string cell) => Assert.Equal(cell, CsvForm.Dutch.Text(text));

    [Fact]
    public void Amounts_stay_numbers_below_zero_too()
    {
        Assert.Equal(
            ["-121,50", "0,00", "1234567,89", "0,1234", ""],
            new decimal?[] { -121.5m, 0m, 1234567.89m, 0.1234m, null }.Select(CsvForm.Dutch.Amount));
        Assert.Equal("-121.50", CsvForm.English.Amount(-121.5m));
        Assert.Equal(("12", "2026-03-02"), (CsvForm.Dutch.Number(12), CsvForm.Dutch.Date(new DateOnly(2026, 3, 2))));
    }

    [Fact]
    public void Line_ends_as_the_standard_has_it() =>
        Assert.Equal(("a;b\r\n", "a,b\r\n"), (CsvForm.Dutch.Line(["a", "b"]), CsvForm.English.Line(["a", "b"])));

    [Fact]
    public async Task File_is_sent_line_by_line_with_a_mark_of_its_encoding()
    {
        var (context, sent, most) = (Ran.NewContext(), new CountingStream(), 0L);
        context.Response.Body = sent;

        await new CsvResult("saldi-demo.csv", Lines()).ExecuteAsync(context);

        Assert.True(most < 20_000, $"{most} bytes waited to be sent.");
        Assert.Equal(1_000_003, sent.Length);
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), sent.Start);
        Assert.Equal(
            ("text/csv; charset=utf-8", "attachment; filename=saldi-demo.csv"),
            (context.Response.ContentType, context.Response.Headers.ContentDisposition.ToString()));

        IEnumerable<string> Lines()
        {
            for (var made = 0L; made < 1_000_000; made += 100)
            {
                most = Math.Max(most, made - sent.Length);
                yield return new string('x', 98) + CsvForm.LineEnd;
            }
        }
    }

    [Fact]
    public async Task Nothing_more_is_made_for_a_caller_who_is_gone()
    {
        var (context, made) = (Ran.NewContext(), 0);
        using var gone = new CancellationTokenSource();
        context.RequestAborted = gone.Token;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new CsvResult("x.csv", Lines()).ExecuteAsync(context));

        Assert.Equal(3, made);

        IEnumerable<string> Lines()
        {
            while (true)
            {
                if (++made == 3)
                {
                    gone.Cancel();
                }

                yield return "x\r\n";
            }
        }
    }

    private sealed class CountingStream : MemoryStream
    {
        private long length;

        public byte[] Start { get; private set; } = [];

        public override long Length => length;

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Start = length == 0 ? buffer[..3].ToArray() : Start;
            length += buffer.Length;
            return ValueTask.CompletedTask;
        }
    }
}
