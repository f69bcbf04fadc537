using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace PerfectviewFunctions.Web.Answers.Csv;

/// <summary>A table as a file to be kept, sent line by line. The mark at its start tells a spreadsheet that it is UTF-8.</summary>
/// <param name="fileName">ASCII letters, digits, '-' and '.' alone.</param>
/// <param name="lines">Each with its end.</param>
internal sealed class CsvResult(string fileName, IAsyncEnumerable<string> lines) : IResult
{
    public CsvResult(string fileName, IEnumerable<string> lines)
        : this(fileName, lines.ToAsyncEnumerable())
    {
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, cancel) = (httpContext.Response, httpContext.RequestAborted);
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = fileName }.ToString();
        await using var writer = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await foreach (var line in lines.WithCancellation(cancel))
        {
            await writer.WriteAsync(line.AsMemory(), cancel);
        }
    }
}
