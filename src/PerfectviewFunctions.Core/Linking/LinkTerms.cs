namespace PerfectviewFunctions.Core.Linking;

/// <summary>What a person says beside the credentials.</summary>
/// <param name="ConfirmsOther">Whether he knows that it is another administration than before, and what that means.</param>
/// <param name="Said">What an operator says of the administration; null for everybody else, and where it can be seen.</param>
public sealed record LinkTerms(bool ConfirmsOther, AdministrationSaid? Said = null);
