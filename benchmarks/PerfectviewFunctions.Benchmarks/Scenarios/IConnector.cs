using PerfectviewFunctions.Sandbox;

namespace PerfectviewFunctions.Benchmarks.Scenarios;

/// <summary>What is measured: something that takes invoices in and books them. All of them go through the same scenarios.</summary>
internal interface IConnector : IAsyncDisposable
{
    /// <summary>Links a customer with an administration, invoices and payments switched on.</summary>
    /// <param name="name">The customer's, and its user's at the books.</param>
    Task<Customer> AddAsync(string name, SandboxAdministration books);
}
