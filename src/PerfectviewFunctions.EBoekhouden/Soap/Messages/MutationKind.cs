namespace PerfectviewFunctions.EBoekhouden.Soap.Messages;

/// <summary>The kinds of mutation (Soort) that this product books or recognises; enMutatieSoorten in the WSDL.</summary>
internal static class MutationKind
{
    public const string InvoiceSent = "FactuurVerstuurd";
    public const string InvoicePaymentReceived = "FactuurbetalingOntvangen";
}
