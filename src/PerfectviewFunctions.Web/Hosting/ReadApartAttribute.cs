namespace PerfectviewFunctions.Web.Hosting;

/// <summary>On a property of a settings record that is no setting of its own: settings that are read apart from these.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReadApartAttribute : Attribute;
