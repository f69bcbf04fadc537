using System.Text.Json;

namespace PerfectviewFunctions.Infra.Tests.Reading;

/// <summary>A node of the syntax tree of one file, without comments and without the words and signs of the grammar, which are its tokens.</summary>
internal sealed class SyntaxNode
{
    private static readonly string[] LeftFields = ["object", "left", "condition", "function"];

    private readonly string source;

    private SyntaxNode(string source, string kind, string? field, (int Start, int End) span, (int Line, int Column) place, bool isBroken)
    {
        this.source = source;
        (Kind, Field, Start, End, Line, Column, IsBroken) = (kind, field, span.Start, span.End, place.Line, place.Column, isBroken);
    }

    /// <summary>The grammar's name of it, such as <c>object_property</c>.</summary>
    public string Kind { get; }

    /// <summary>What it is to its parent, where the grammar says so.</summary>
    public string? Field { get; private set; }

    public int Start { get; }

    public int End { get; }

    /// <summary>From one.</summary>
    public int Line { get; }

    /// <summary>From one.</summary>
    public int Column { get; }

    /// <summary>The grammar did not understand this, or missed it here.</summary>
    public bool IsBroken { get; }

    public List<SyntaxNode> Children { get; } = [];

    public List<string> Tokens { get; } = [];

    public SyntaxNode? Parent { get; private set; }

    public string Text => source[Start..End];

    public SyntaxNode? this[string field] => Children.FirstOrDefault(child => child.Field == field);

    public IEnumerable<SyntaxNode> Descendants() => Children.SelectMany(child => child.Descendants().Prepend(child));

    public SyntaxNode? Child(string kind) => Children.FirstOrDefault(child => child.Kind == kind);

    public static SyntaxNode From(JsonElement tree, string source)
    {
        var node = Read(tree, source);
        node.Adopt();
        return node;
    }

    private static SyntaxNode Read(JsonElement tree, string source)
    {
        var kind = tree.GetProperty("type").GetString()!;
        var node = new SyntaxNode(
            source,
            kind,
            tree.TryGetProperty("field", out var field) ? field.GetString() : null,
            (tree.GetProperty("start").GetInt32(), tree.GetProperty("end").GetInt32()),
            (tree.GetProperty("row").GetInt32() + 1, tree.GetProperty("column").GetInt32() + 1),
            tree.TryGetProperty("error", out _) || tree.TryGetProperty("missing", out _));
        foreach (var child in tree.GetProperty("children").EnumerateArray())
        {
            if (child.GetProperty("named").GetBoolean() || child.TryGetProperty("missing", out _))
            {
                if (child.GetProperty("type").GetString() is not ("comment" or "diagnostic_comment"))
                {
                    node.Children.Add(Read(child, source));
                }
            }
            else
            {
                node.Tokens.Add(child.GetProperty("type").GetString()!);
            }
        }

        MendCalls(node);
        return WithLambdaOutside(node);
    }

    /// <summary>In an array without commas the grammar reads <c>f(x)</c> as two elements, <c>f</c> and <c>(x)</c>. It is a call.</summary>
    private static void MendCalls(SyntaxNode array)
    {
        for (var at = array.Kind == "array" ? array.Children.Count - 1 : 0; at > 0; at--)
        {
            var (function, next) = (array.Children[at - 1], array.Children[at]);
            SyntaxNode? around = null;
            var arguments = next;
            while (arguments.Kind != "parenthesized_expression" && arguments["object"] is { } inner)
            {
                (around, arguments) = (arguments, inner);
            }

            if (function.Kind is not ("identifier" or "member_expression") || arguments.Kind != "parenthesized_expression" || arguments.Start != function.End)
            {
                continue;
            }

            var call = new SyntaxNode(array.source, "call_expression", arguments.Field, (function.Start, arguments.End), (function.Line, function.Column), false);
            var given = new SyntaxNode(array.source, "arguments", "arguments", (arguments.Start, arguments.End), (arguments.Line, arguments.Column), false);
            given.Children.AddRange(arguments.Children);
            function.Field = "function";
            call.Children.AddRange([function, given]);
            array.Children.RemoveAt(at - 1);
            if (around is null)
            {
                array.Children[at - 1] = call;
            }
            else
            {
                around.Children[around.Children.IndexOf(arguments)] = call;
            }
        }
    }

    /// <summary>
    /// The grammar reads <c>x => x.name</c> as <c>(x => x).name</c>. Bicep's lambda takes all that follows, so it is turned inside out here.
    /// </summary>
    private static SyntaxNode WithLambdaOutside(SyntaxNode node)
    {
        var at = node.Children.FindIndex(child => child.Kind == "lambda_expression" && LeftFields.Contains(child.Field));
        if (at < 0)
        {
            return node;
        }

        var lambda = node.Children[at];
        var body = lambda.Children[^1];
        body.Field = lambda.Field;
        node.Children[at] = body;
        var outer = new SyntaxNode(node.source, lambda.Kind, node.Field, (lambda.Start, node.End), (lambda.Line, lambda.Column), lambda.IsBroken);
        node.Field = null;
        outer.Children.AddRange([.. lambda.Children.SkipLast(1), node]);
        outer.Tokens.AddRange(lambda.Tokens);
        return outer;
    }

    private void Adopt()
    {
        foreach (var child in Children)
        {
            child.Parent = this;
            child.Adopt();
        }
    }
}
