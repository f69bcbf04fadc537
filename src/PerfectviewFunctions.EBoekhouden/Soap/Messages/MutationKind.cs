namespace PerfectviewFunctions.EBoekhouden.Soap.Messages;

/// <summary>The kind of mutation (Soort) this product books and recognises; enMutatieSoorten in the WSDL.</summary>
internal static class MutationKind
{
    public const string InvoiceSent = "FactuurVerstuurd";
}
