using PerfectviewFunctions.Infra.Tests.Reading;

namespace PerfectviewFunctions.Infra.Tests.Evaluation;

/// <summary>Works out expressions as a deployment would, with <see cref="PlausibleAzure"/> for what only Azure knows.</summary>
internal sealed class Evaluator(Scope scope)
{
    public object? Evaluate(SyntaxNode node) => node.Kind switch
    {
        "string" => node.Parts().ToList() is [(var text, null)] ? text
            : string.Concat(node.Parts().Select(part => part.Expression is { } expression ? Values.Text(Evaluate(expression)) : part.Text)),
        "number" => node.AsNumber(),
        "boolean" => node.AsBool(),
        "null" => null,
        "identifier" => scope.Find(node, node.Text),
        "parenthesized_expression" => Evaluate(node.Children[0]),
        "array" => node.Children.Select(Evaluate).ToList(),
        "object" => Values.Object(node.Properties().Select(property => (KeyOf(property), Evaluate(property.Value)))),
        "for_statement" => Rounds(scope, node).SelectMany(round => Round(round, node["body"]!)).ToList(),
        "ternary_expression" => Evaluate(node[IsTrue(node["condition"]!) ? "consequence" : "alternative"]!),
        "unary_expression" => node.Tokens.Contains("!") ? !IsTrue(node.Children[0]) : -(long)Evaluate(node.Children[0])!,
        "binary_expression" => Binary(node.Tokens[0], node["left"]!, node["right"]!),
        "member_expression" => Member(node),
        "subscript_expression" => Subscript(node),
        "call_expression" => Call(node),
        "lambda_expression" => LambdaOf(node),
        "nullable_type" when node.Tokens.Contains("!") => Evaluate(node.Children[0]),
        _ => throw EvaluationException.At(scope.File, node, $"'{node.Text}' ({node.Kind}) can't be evaluated."),
    };

    /// <summary>A scope per element of a loop; the scope itself without one.</summary>
    public static IEnumerable<Scope> Rounds(Scope scope, SyntaxNode? loop)
    {
        if (loop is null)
        {
            return [scope];
        }

        var names = loop.Child("for_loop_parameters") is { } both ? both.Children.Select(one => one.Text).ToList() : [loop["initializer"]!.Text];
        var over = loop.Children.First(child => child.Field is null && child.Kind != "for_loop_parameters");
        var elements = (IReadOnlyList<object?>)scope.Evaluate(over)!;
        return elements.Select((element, index) => scope.With(names.Zip([element, (long)index])));
    }

    private static IEnumerable<object?> Round(Scope round, SyntaxNode body) =>
        body.Kind != "if_statement" ? [round.Evaluate(body)] : round.Evaluate(body.Children[0]) is true ? [round.Evaluate(body.Children[1])] : [];

    private bool IsTrue(SyntaxNode node) => Evaluate(node) is bool yes ? yes : throw EvaluationException.At(scope.File, node, $"'{node.Text}' is neither true nor false.");

    private string KeyOf(ObjectProperty property) => property.Name ?? Values.Text(Evaluate(property.Key!));

    private object? Binary(string sign, SyntaxNode left, SyntaxNode right) => sign switch
    {
        "??" => Evaluate(left) ?? Evaluate(right),
        "&&" => IsTrue(left) && IsTrue(right),
        "||" => IsTrue(left) || IsTrue(right),
        "==" => Values.Same(Evaluate(left), Evaluate(right)),
        "!=" => !Values.Same(Evaluate(left), Evaluate(right)),
        "=~" => Values.Same(Evaluate(left), Evaluate(right), StringComparison.OrdinalIgnoreCase),
        "!~" => !Values.Same(Evaluate(left), Evaluate(right), StringComparison.OrdinalIgnoreCase),
        _ when Evaluate(left) is long a && Evaluate(right) is long b => sign switch
        {
            "+" => a + b,
            "-" => a - b,
            "*" => a * b,
            "/" => a / b,
            "%" => a % b,
            "<" => a < b,
            ">" => a > b,
            "<=" => a <= b,
            ">=" => (object)(a >= b),
            _ => throw EvaluationException.At(scope.File, left, $"'{sign}' is not known."),
        },
        _ => throw EvaluationException.At(scope.File, left, $"'{left.Text} {sign} {right.Text}' has no number on both sides."),
    };

    private object? Member(SyntaxNode node)
    {
        var (target, name) = (node["object"]!, node["property"]!.Text);
        var value = Evaluate(target);
        if (value is IAnswers answers)
        {
            return answers.Answer(name);
        }

        if ((value as IReadOnlyDictionary<string, object?>)?.TryGetValue(name, out var member) == true)
        {
            return member;
        }

        // After .? found nothing, all that follows in the chain is nothing too.
        return node.Tokens.Contains(".?") || (value is null && IsSafe(target))
            ? null
            : throw EvaluationException.At(scope.File, node, $"'{target.Text}' has no '{name}'.");
    }

    private static bool IsSafe(SyntaxNode node) =>
        node.Tokens.Contains(".?") || node.Tokens.Contains("?") || (node["object"] is { } target && IsSafe(target));

    private object? Subscript(SyntaxNode node)
    {
        var (target, index) = (Evaluate(node["object"]!), Evaluate(node["index"]!));
        return target switch
        {
            IReadOnlyList<object?> list when index is long at && at < list.Count => list[(int)at],
            IReadOnlyDictionary<string, object?> map when map.TryGetValue(Values.Text(index), out var member) => member,
            _ when node.Tokens.Contains("?") || (target is null && IsSafe(node["object"]!)) => null,
            _ => throw EvaluationException.At(scope.File, node, $"'{node["object"]!.Text}' has no '{Values.Text(index)}'."),
        };
    }

    private object? Call(SyntaxNode node)
    {
        var (name, arguments) = node.AsCall()!.Value;
        if (name == "loadTextContent")
        {
            return scope.Load(node, Values.Text(Evaluate(arguments[0])));
        }

        var function = scope.FindFunction(name) ?? BuiltIns.Find(name)
            ?? throw EvaluationException.At(scope.File, node, $"the function '{name}' is not known to these tests; teach it to BuiltIns.");
        try
        {
            return function([.. arguments.Select(Evaluate)]);
        }
        catch (EvaluationException exception) when (!exception.Message.Contains(".bicep", StringComparison.Ordinal))
        {
            throw EvaluationException.At(scope.File, node, exception.Message);
        }
    }

    private BuiltIns.Lambda LambdaOf(SyntaxNode node)
    {
        var parameters = Lambdas.ParametersOf(node);
        return arguments => scope.With(parameters.Zip(arguments)).Evaluate(node.Children[^1]);
    }
}
