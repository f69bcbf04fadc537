namespace PerfectviewFunctions.Web.Pages.Mapping;

public sealed record ChoiceOption(string Value, string Text);
