namespace PerfectviewFunctions.Core.Events;

/// <summary>What an event is about. Work waits, and is done, per subject.</summary>
internal abstract record Subject
{
    private Subject()
    {
    }

    /// <summary>One invoice, by its number in Perfectview.</summary>
    public sealed record Invoice(string Number) : Subject
    {
        public override string ToString() => "invoice " + Number;
    }

    /// <summary>One relation, by its id in Perfectview.</summary>
    public sealed record Relation(string Id) : Subject
    {
        public override string ToString() => "relation " + Id;
    }
}
