using System.Text.RegularExpressions;
using PerfectviewFunctions.Infra.Tests.Reading;

namespace PerfectviewFunctions.Infra.Tests.Rules;

/// <summary>No secret is asked of a resource, stands in a file, or comes out of a deployment, whose outputs anybody may read who sees the group.</summary>
internal static partial class SecretsRule
{
    private static readonly string[] Words = ["secret", "secrets", "password", "token", "key", "keys", "credential", "credentials"];

    /// <summary>What comes after such a word where it is about a secret, and not one: its name, its age, whether it is asked for.</summary>
    private static readonly string[] About = ["name", "names", "id", "ids", "uri", "url", "address", "days", "type", "enabled", "store", "vault"];

    public static IEnumerable<Fault> Faults(BicepProject project) => project.Files.SelectMany(file =>
        (IEnumerable<Fault>)[.. Calls(file), .. Parameters(file), .. Outputs(file), .. Literals(file), .. Assignments(project, file)]);

    private static IEnumerable<Fault> Calls(BicepFile file) =>
        from node in file.Root.Descendants()
        where node.AsCall() is var call && call is not null && List().IsMatch(call.Value.Name)
        select file.Fault(node, $"{node.AsCall()!.Value.Name} hands out keys: use the identity.");

    private static IEnumerable<Fault> Parameters(BicepFile file)
    {
        foreach (var parameter in file.Parameters)
        {
            if (IsSecret(parameter.Name) && !parameter.Has("secure"))
            {
                yield return parameter.Fault($"'{parameter.Name}' sounds like a secret: put @secure() before it, or name it for what it is.");
            }

            if (parameter.Has("secure") && parameter.Default is { } value && value.AsText() != "" && value.AsCall() is not ("newGuid", _))
            {
                yield return parameter.Fault($"'{parameter.Name}' is secret and can have no default: everybody reads it here.");
            }
        }
    }

    private static IEnumerable<Fault> Outputs(BicepFile file)
    {
        foreach (var output in file.Outputs)
        {
            if (IsSecret(output.Name))
            {
                yield return output.Fault($"the output '{output.Name}' sounds like a secret; everybody who sees the deployment reads it.");
            }

            foreach (var parameter in file.Parameters.Where(parameter => parameter.Has("secure") && Reaches(file, output.Value, parameter.Name)))
            {
                yield return output.Fault($"the output '{output.Name}' shows the secret '{parameter.Name}'.");
            }
        }
    }

    private static IEnumerable<Fault> Literals(BicepFile file) =>
        from node in file.Root.Descendants()
        where node.Kind == "string" && LooksLikeKey(node)
        select file.Fault(node, "this looks like a key; no file holds one.");

    /// <summary>Also a property of a type or parameter that is declared elsewhere.</summary>
    private static IEnumerable<Fault> Assignments(BicepProject project, BicepFile file) =>
        from assignment in file.Assignments
        where file.Using?.AsText() is { } path && project.From(file, path)?.Parameters.FirstOrDefault(one => one.Name == assignment.Name) is { } parameter
            && parameter.Has("secure") && assignment.Value.AsCall() is not ("readEnvironmentVariable" or "getSecret", _)
        select assignment.Fault($"'{assignment.Name}' is secret: take it from readEnvironmentVariable, not from this file.");

    private static bool Reaches(BicepFile file, SyntaxNode value, string name) => value.Descendants().Prepend(value)
        .Where(node => node.Kind == "identifier")
        .Any(node => node.Text == name || (file.Variables.FirstOrDefault(one => one.Name == node.Text) is { } variable && Reaches(file, variable.Value, name)));

    private static bool IsSecret(string name)
    {
        var words = Word().Matches(name).Select(match => match.Value.ToLowerInvariant()).ToList();
        return (words.Exists(Words.Contains) || name.Contains("connectionString", StringComparison.OrdinalIgnoreCase)) && !About.Contains(words[^1]);
    }

    private static bool LooksLikeKey(SyntaxNode node) => node.Text is var text
        && (Known().IsMatch(text) || (node.AsText() is { } whole && LongCode().IsMatch(whole) && whole.Any(char.IsDigit) && whole.Any(char.IsUpper) && whole.Any(char.IsLower)));

    [GeneratedRegex("^list[A-Z]", RegexOptions.None, 1000)]
    private static partial Regex List();

    [GeneratedRegex("[A-Z]?[a-z]+|[A-Z]+(?![a-z])", RegexOptions.None, 1000)]
    private static partial Regex Word();

    [GeneratedRegex("AccountKey=|SharedAccess(Key|Signature)|[?&]sig=|whsec_|InstrumentationKey=|-----BEGIN", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Known();

    [GeneratedRegex("^[A-Za-z0-9+/_~.-]{32,}={0,2}$", RegexOptions.None, 1000)]
    private static partial Regex LongCode();
}
