namespace PerfectviewFunctions.Sandbox;

/// <summary>By which of its two APIs the service was called.</summary>
public enum CallApi
{
    Soap,
    Rest,
}
