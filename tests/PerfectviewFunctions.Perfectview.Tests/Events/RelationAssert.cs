using PerfectviewFunctions.Core.Events;
using PerfectviewFunctions.Core.Relations.Facts;
using Xunit;

namespace PerfectviewFunctions.Perfectview.Tests.Events;

internal static class RelationAssert
{
    /// <summary>Equal in every field; what is mentioned in any order.</summary>
    public static void Equal(PerfectviewEvent.RelationChanged expected, PerfectviewEvent actual)
    {
        var changed = Assert.IsType<PerfectviewEvent.RelationChanged>(actual);
        Assert.Equal(expected with { Change = changed.Change }, changed);
        Assert.Equal(expected.OccurredAt.Offset, changed.OccurredAt.Offset);
        Equal(expected.Change, changed.Change);
    }

    public static void Equal(RelationChange expected, RelationChange actual)
    {
        Assert.Equal(expected.Said, actual.Said);
        Assert.Equal(expected.Mentioned.Order(), actual.Mentioned.Order());
        Assert.Equal(expected.IsDeletion, actual.IsDeletion);
    }
}
