namespace PerfectviewFunctions.Infra.Tests.Reading;

/// <param name="Name">Without <c>sys.</c> before it.</param>
internal sealed record Decorator(string Name, IReadOnlyList<SyntaxNode> Arguments)
{
    /// <summary>Those that stand before a declaration or a member.</summary>
    public static IReadOnlyList<Decorator> Before(SyntaxNode node)
    {
        var siblings = node.Parent!.Children;
        return siblings.IndexOf(node) is > 0 and var at && siblings[at - 1] is { Kind: "decorators" } decorators
            ? [.. decorators.Children.Select(one => one.Children[0].AsCall()).OfType<(string Name, IReadOnlyList<SyntaxNode> Arguments)>()
                .Select(call => new Decorator(call.Name, call.Arguments))]
            : [];
    }
}

/// <summary>Anything that a file gives a name.</summary>
internal abstract record Declaration(BicepFile File, SyntaxNode Node, string Name)
{
    public IReadOnlyList<Decorator> Decorators => Decorator.Before(Node);

    public bool Has(string decorator) => Decorators.Any(one => one.Name == decorator);

    public Fault Fault(string message) => File.Fault(Node, message);
}

/// <param name="Type">As it was written.</param>
internal sealed record Parameter(BicepFile File, SyntaxNode Node, string Name, SyntaxNode Type, SyntaxNode? Default) : Declaration(File, Node, Name)
{
    public bool IsRequired => Default is null && Type.Child("nullable_type") is null;
}

internal sealed record Variable(BicepFile File, SyntaxNode Node, string Name, SyntaxNode Value) : Declaration(File, Node, Name);

internal sealed record Output(BicepFile File, SyntaxNode Node, string Name, SyntaxNode Value) : Declaration(File, Node, Name);

internal sealed record TypeAlias(BicepFile File, SyntaxNode Node, string Name, SyntaxNode Value) : Declaration(File, Node, Name);

internal sealed record Function(BicepFile File, SyntaxNode Node, string Name, IReadOnlyList<string> Parameters, SyntaxNode Body) : Declaration(File, Node, Name);

/// <param name="Name">As it is called in this file.</param>
/// <param name="Original">As it is called in the other; null for all of it.</param>
/// <param name="From">The path, counted from this file.</param>
internal sealed record Import(BicepFile File, SyntaxNode Node, string Name, string? Original, string From) : Declaration(File, Node, Name);

/// <summary>A value in a parameters file.</summary>
internal sealed record Assignment(BicepFile File, SyntaxNode Node, string Name, SyntaxNode Value) : Declaration(File, Node, Name);

/// <summary>A resource or module: what is deployed, perhaps on a condition or once per element.</summary>
internal abstract record Deployable(BicepFile File, SyntaxNode Node, string Name) : Declaration(File, Node, Name)
{
    private SyntaxNode Last => Node.Children[^1];

    private SyntaxNode Inner => Loop is { } loop ? loop["body"]! : Last;

    public SyntaxNode? Loop => Last.Kind == "for_statement" ? Last : null;

    public SyntaxNode? Condition => Inner.Kind == "if_statement" ? Inner.Children[0].Children[0] : null;

    /// <summary>The object of its properties.</summary>
    public SyntaxNode Body => Inner.Kind == "if_statement" ? Inner.Children[1] : Inner;

    /// <summary>The text after its name.</summary>
    protected string Target => Node.Children.First(child => child.Kind == "string").AsText() ?? "";
}

internal sealed record Module(BicepFile File, SyntaxNode Node, string Name) : Deployable(File, Node, Name)
{
    /// <summary>The path, counted from this file.</summary>
    public string Path => Target;

    public IEnumerable<ObjectProperty> Arguments => Body.Property("params") is { Kind: "object" } arguments ? arguments.Properties() : [];
}

/// <param name="Around">The resource in whose body it is declared.</param>
internal sealed record Resource(BicepFile File, SyntaxNode Node, string Name, Resource? Around) : Deployable(File, Node, Name)
{
    public bool IsExisting => Node.Tokens.Contains("existing");

    /// <summary>All of it, also where it is declared in another.</summary>
    public string Type => Around is null || Target.Contains('.') ? Target.Split('@')[0] : $"{Around.Type}/{Target.Split('@')[0]}";

    public string Version => Target.Contains('@') ? Target.Split('@')[1] : Around?.Version ?? "";

    public bool Is(string type) => string.Equals(Type, type, StringComparison.OrdinalIgnoreCase);
}
