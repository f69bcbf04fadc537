namespace PerfectviewFunctions.Chaos.Planning;

/// <summary>Choices that follow from a seed.</summary>
internal sealed class Dice(int seed)
{
#pragma warning disable CA5394 // Justification: a run must be repeatable, not unforeseeable.
    private readonly Random random = new(seed);

    public int Below(int bound) => random.Next(bound);

    public int Between(int least, int most) => random.Next(least, most + 1);

    public bool OneIn(int many) => random.Next(many) == 0;

    public T Of<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public void Shuffle<T>(T[] values) => random.Shuffle(values);
#pragma warning restore CA5394
}
