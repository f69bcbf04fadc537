namespace PerfectviewFunctions.Infra.Tests.Reading;

internal static class Lambdas
{
    /// <summary>The names that a lambda gives to what it is called with: <c>x => …</c> or <c>(x, y) => …</c>.</summary>
    public static IReadOnlyList<string> ParametersOf(SyntaxNode lambda) =>
        lambda.Children[0].Kind == "identifier" ? [lambda.Children[0].Text] : [.. lambda.Children[0].Children.Select(one => one.Text)];
}
