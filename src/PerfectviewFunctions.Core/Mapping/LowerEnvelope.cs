namespace PerfectviewFunctions.Core.Mapping;

/// <summary>The lower convex hull of points in the plane; to the right of its lowest point it goes on level.</summary>
internal sealed class LowerEnvelope
{
    private readonly List<(Int128 X, Int128 Y)> corners = [];

    /// <param name="points">By ascending X; at least one.</param>
    public LowerEnvelope(IEnumerable<(Int128 X, Int128 Y)> points)
    {
        foreach (var point in points)
        {
            if (corners.Count > 0 && point.Y >= corners[^1].Y)
            {
                continue; // The level part to the right of the last corner covers it.
            }

            while (corners.Count > 1 && Turn(corners[^2], corners[^1], point) <= 0)
            {
                corners.RemoveAt(corners.Count - 1);
            }

            corners.Add(point);
        }
    }

    /// <summary>Whether the point lies on or above the envelope, blown up <paramref name="times"/> times.</summary>
    public bool IsAtOrBelow(int times, Int128 x, Int128 y)
    {
        if (x < times * corners[0].X)
        {
            return false;
        }

        var right = corners.FindIndex(corner => times * corner.X > x);
        return right < 0
            ? y >= times * corners[^1].Y
            : Turn(Blown(corners[right - 1], times), Blown(corners[right], times), (x, y)) >= 0;
    }

    private static (Int128 X, Int128 Y) Blown((Int128 X, Int128 Y) point, int times) => (times * point.X, times * point.Y);

    /// <returns>Above 0 when the path from a by b to c turns left, so that c is above the line through a and b.</returns>
    private static Int128 Turn((Int128 X, Int128 Y) a, (Int128 X, Int128 Y) b, (Int128 X, Int128 Y) c) =>
        ((b.X - a.X) * (c.Y - a.Y)) - ((b.Y - a.Y) * (c.X - a.X));
}
