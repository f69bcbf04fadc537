using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PerfectviewFunctions.Parity;
using PerfectviewFunctions.Web;

namespace PerfectviewFunctions.EndToEnd.Tests.Parity;

/// <summary>Reads from C# sources, without building them, which functions a project has, and whether each does nothing but hand on what triggered it.</summary>
internal sealed class FunctionSources
{
    /// <summary>What the attribute means when it names no level.</summary>
    private const string DefaultLevel = "Function";

    private readonly List<ExposedEndpoint> endpoints = [];
    private readonly List<ExposedTimer> timers = [];
    private readonly List<string> faults = [];

    private FunctionSources()
    {
    }

    public static Exposure Read(IEnumerable<string> sources)
    {
        var reader = new FunctionSources();
        foreach (var source in sources)
        {
            foreach (var method in CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            {
                reader.Add(method);
            }
        }

        return new Exposure(reader.endpoints, reader.timers, reader.faults);
    }

    private void Add(MethodDeclarationSyntax method)
    {
        if (method.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(attribute => IsNamed(attribute, "Function")) is not { } function)
        {
            return;
        }

        var arguments = Arguments(function);
        if (arguments is not [{ NameEquals: null } only] || Constant(only.Expression) is not { } name)
        {
            faults.Add($"{method.Identifier}: the name of this function can't be read from its attribute.");
            return;
        }

        var triggers = method.ParameterList.Parameters
            .SelectMany(parameter => parameter.AttributeLists.SelectMany(list => list.Attributes).Select(trigger => (Parameter: parameter, Trigger: trigger)))
            .ToList();
        switch (triggers)
        {
            case [var (parameter, trigger)] when IsNamed(trigger, "HttpTrigger"):
                AddEndpoint(name, trigger);
                CheckBody(name, method, [SyntaxFactory.Literal(name).Text, parameter.Identifier.Text]);
                break;
            case [var (_, trigger)] when IsNamed(trigger, "TimerTrigger"):
                AddTimer(name, trigger);
                CheckBody(name, method, ["cancellationToken"]);
                break;
            default:
                faults.Add($"{name}: it needs one trigger, of HTTP or a timer, and no other attributes on its parameters.");
                break;
        }
    }

    private void AddEndpoint(string name, AttributeSyntax trigger)
    {
        var arguments = Arguments(trigger);
        var positional = arguments.Where(argument => argument.NameEquals is null).Select(argument => argument.Expression).ToList();
        var level = positional.FirstOrDefault() is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: "AuthorizationLevel" } } given
            ? given.Name.Identifier.Text
            : null;
        var methods = positional.Skip(level is null ? 0 : 1).Select(Constant).ToList();
        var named = arguments.Where(argument => argument.NameEquals is not null).ToList();
        if (methods.Contains(null) || named is not [{ NameEquals.Name.Identifier.Text: "Route" } only] || Constant(only.Expression) is not { } route)
        {
            faults.Add($"{name}: its HTTP trigger needs a level, methods as literals, a route of Routes, and nothing else.");
            return;
        }

        endpoints.Add(new ExposedEndpoint(name, [.. methods.Select(method => method!.ToUpperInvariant())], route, level ?? DefaultLevel));
    }

    private void AddTimer(string name, AttributeSyntax trigger)
    {
        if (Arguments(trigger) is [{ NameEquals: null } only] && Constant(only.Expression) is { } schedule)
        {
            timers.Add(new ExposedTimer(name, schedule));
        }
        else
        {
            faults.Add($"{name}: its timer needs a schedule of Schedules, and nothing else.");
        }
    }

    /// <summary>The class holds this one method, and the method this one call of what the class was given: there is no way past it.</summary>
    private void CheckBody(string name, MethodDeclarationSyntax method, string[] handedOn)
    {
        var runner = method.Parent is ClassDeclarationSyntax { Members.Count: 1, BaseList: null, ParameterList.Parameters: [var given] } ? given : null;
        var call = runner is null ? null : $"{runner.Identifier}.RunAsync({string.Join(", ", handedOn)})";
        var body = method.ExpressionBody?.Expression.NormalizeWhitespace().ToString();
        var type = handedOn.Length > 1 ? "EndpointRunner" : null;
        if (call is null || body != call || (type is not null && runner!.Type!.ToString() != type))
        {
            faults.Add($"{name}: it must be a class of one method that does nothing but hand on, as in '=> endpoints.RunAsync({string.Join(", ", handedOn)})'.");
        }
    }

    private static SeparatedSyntaxList<AttributeArgumentSyntax> Arguments(AttributeSyntax attribute) => attribute.ArgumentList?.Arguments ?? [];

    private static bool IsNamed(AttributeSyntax attribute, string name) =>
        attribute.Name.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Last().Identifier.Text is var last && (last == name || last == name + "Attribute");

    /// <summary>A literal, or a constant of Routes or Schedules.</summary>
    private static string? Constant(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax type } member => ConstantsOf(type.Identifier.Text).GetValueOrDefault(member.Name.Identifier.Text),
        _ => null,
    };

    private static IReadOnlyDictionary<string, string> ConstantsOf(string type) => type switch
    {
        nameof(Routes) => ProductExposure.Constants(typeof(Routes)),
        nameof(Schedules) => ProductExposure.Constants(typeof(Schedules)),
        _ => new Dictionary<string, string>(),
    };
}
