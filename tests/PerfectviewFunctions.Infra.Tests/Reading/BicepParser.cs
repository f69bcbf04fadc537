using System.Diagnostics;
using System.Text.Json;
using PerfectviewFunctions.Testing;

namespace PerfectviewFunctions.Infra.Tests.Reading;

/// <summary>The grammar, in one Node.js process for all tests. It ends by itself with them, as its input does.</summary>
internal static class BicepParser
{
    private static readonly Lazy<Task<Process>> Node = new(StartAsync);
    private static readonly SemaphoreSlim Turn = new(1);

    /// <summary>The syntax trees of files by their names.</summary>
    public static async Task<IReadOnlyDictionary<string, SyntaxNode>> ParseAsync(IReadOnlyDictionary<string, string> texts)
    {
        var node = await Node.Value;
        await Turn.WaitAsync();
        try
        {
            await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(texts));
            await node.StandardInput.FlushAsync();
            var answer = await node.StandardOutput.ReadLineAsync()
                ?? throw new InvalidOperationException($"The parser of Bicep ended: {await node.StandardError.ReadToEndAsync()}");
            using var trees = JsonDocument.Parse(answer, new JsonDocumentOptions { MaxDepth = 1000 });
            return trees.RootElement.EnumerateObject().ToDictionary(tree => tree.Name, tree => SyntaxNode.From(tree.Value, texts[tree.Name]));
        }
        finally
        {
            Turn.Release();
        }
    }

    private static async Task<Process> StartAsync()
    {
        var installed = await NpmTool.EnsureAsync("bicep");
        return NodeTool.Start(NodeTool.Node, installed, [Path.Combine(NpmTool.RecipeOf("bicep"), "parse.mjs"), installed]);
    }
}
