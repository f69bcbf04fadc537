using PerfectviewFunctions.Core.Bookkeeping;
using PerfectviewFunctions.EBoekhouden.Rest.Memory;
using PerfectviewFunctions.EBoekhouden.Rest.Messages;
using PerfectviewFunctions.EBoekhouden.Rest.Vat;

namespace PerfectviewFunctions.EBoekhouden.Tests.Rest;

/// <summary>What the gateway remembers of the books: nothing old may lead an invoice to another debtor, or leave its VAT unread.</summary>
public sealed class MemoryTests
{
    private static readonly BookingLine High = new(100m, 21m, "HOOG_VERK_21", 21, "8000");
    private static readonly BookingLine Low = new(100m, 9m, "LAAG_VERK_9", 9, "8000");

    [Fact]
    public void Code_that_was_changed_leads_nowhere()
    {
        var codes = new RelationCodes();
        codes.Keep(new RelationKey(21, "PV1"));
        codes.Keep(new RelationKey(21, "PV2"));

        Assert.False(codes.TryId("PV1", out _));
        Assert.Equal((21, "PV2"), (IdOf(codes, "PV2"), codes.CodeOf(21)));
    }

    [Fact]
    public void Code_that_was_given_to_another_relation_leads_there_alone()
    {
        var codes = new RelationCodes();
        codes.Keep(new RelationKey(21, "PV1"));
        codes.Keep(new RelationKey(22, "PV1"));
        codes.Keep(new RelationKey(22, "PV1"));

        Assert.Equal((22, null, "PV1"), (IdOf(codes, "PV1"), codes.CodeOf(21), codes.CodeOf(22)));
    }

    [Fact]
    public void Code_that_is_forgotten_is_so_both_ways_and_alone()
    {
        var codes = new RelationCodes();
        codes.Keep(new RelationKey(21, "PV1"));
        codes.Keep(new RelationKey(22, "PV2"));
        codes.Keep(new RelationKey(23, ""));
        codes.Forget("PV1");
        codes.Forget("PV3");

        Assert.Equal((null, null, "PV2", null), (IdOf(codes, "PV1"), codes.CodeOf(21), codes.CodeOf(22), codes.CodeOf(23)));
    }

    [Fact]
    public void Full_memory_begins_anew()
    {
        var codes = new RelationCodes(capacity: 2);
        codes.Keep(new RelationKey(21, "PV1"));
        codes.Keep(new RelationKey(22, "PV2"));
        Assert.Equal((21, 22), (IdOf(codes, "PV1"), IdOf(codes, "PV2")));

        codes.Keep(new RelationKey(23, "PV3"));
        Assert.Equal((null, null, 23), (IdOf(codes, "PV1"), IdOf(codes, "PV2"), IdOf(codes, "PV3")));
        Assert.Equal((null, null, "PV3"), (codes.CodeOf(21), codes.CodeOf(22), codes.CodeOf(23)));
    }

    [Fact]
    public void Booking_is_sure_once_each_of_its_codes_was_seen_as_it_was_meant()
    {
        var (seen, both) = (new SeenVat(), VatShape.Of([High, Low]));
        Assert.Equal(new VatShape(VatForm.Including, IsCertain: true), both);

        seen.Saw([High], VatForm.Including, [new BookedLine(100m, 21m, "HOOG_VERK_21")]);
        Assert.Equal((true, false), (seen.IsSure([High], both), seen.IsSure([High, Low], both)));

        seen.Saw([Low], VatForm.Excluding, [new BookedLine(100m, 9m, "LAAG_VERK_9")]);
        Assert.False(seen.IsSure([High, Low], both));

        seen.Saw([Low], VatForm.Including, [new BookedLine(60m, 5.40m, "LAAG_VERK_9"), new BookedLine(40m, 3.60m, "LAAG_VERK_9")]);
        Assert.True(seen.IsSure([High, Low], both));
        Assert.False(seen.IsSure([High, Low], both with { IsCertain = false }));

        seen.Saw([High, Low], VatForm.Including, [new BookedLine(100.01m, 20.99m, "HOOG_VERK_21"), new BookedLine(100m, 9m, "LAAG_VERK_9")]);
        Assert.Equal((false, true), (seen.IsSure([High], both), seen.IsSure([Low], both)));
    }

    private static long? IdOf(RelationCodes codes, string code) => codes.TryId(code, out var id) ? id : null;
}
