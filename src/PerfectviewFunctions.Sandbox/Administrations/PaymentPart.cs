namespace PerfectviewFunctions.Sandbox;

/// <summary>What a payment of several invoices says of one of them, in euros; negative for a credit that it takes off.</summary>
public sealed record PaymentPart(string InvoiceNumber, decimal Amount);
