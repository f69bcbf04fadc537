namespace PerfectviewFunctions.Core.Relations;

/// <summary>How a person's name stands in the books.</summary>
public enum PersonNameFormat
{
    /// <summary>Sanne van der Berg; with initials where the first name is not known.</summary>
    FirstAndLast,

    /// <summary>van der Berg.</summary>
    LastOnly,

    /// <summary>S. van der Berg; with the first name where the initials are not known.</summary>
    InitialsAndLast,

    /// <summary>Berg, Sanne van der.</summary>
    LastThenFirst,
}
