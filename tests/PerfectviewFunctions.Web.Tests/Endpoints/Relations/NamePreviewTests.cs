using PerfectviewFunctions.Core.Relations;
using PerfectviewFunctions.Web.Answers;
using PerfectviewFunctions.Web.Tests.Support;
using Xunit;

namespace PerfectviewFunctions.Web.Tests.Endpoints.Relations;

/// <summary>A name by each choice of the setting personNames.</summary>
public sealed class NamePreviewTests(NamePreviewTests.Running running) : IClassFixture<NamePreviewTests.Running>
{
    private static readonly string LongestPart = new('x', 200);

    [Theory]
    [InlineData("""{"type":"person","initials":"S.","firstName":"Sanne","middleName":"van der","lastName":"Berg"}""", "Sanne van der Berg|van der Berg|S. van der Berg|Berg, Sanne van der")]
    [InlineData("""{"firstName":"Sanne","lastName":"Berg"}""", "Sanne Berg|Berg|Sanne Berg|Berg, Sanne")]
    [InlineData("""{"type":"organisation","name":"Van der Berg B.V."}""", "Van der Berg B.V.|Van der Berg B.V.|Van der Berg B.V.|Van der Berg B.V.")]
    [InlineData("""{"name":"Van der Berg B.V.","lastName":"Berg"}""", "Van der Berg B.V.|Van der Berg B.V.|Van der Berg B.V.|Van der Berg B.V.")]
    [InlineData("""{"type":"person","name":"Van der Berg B.V.","lastName":"Berg"}""", "Berg|Berg|Berg|Berg")]
    [InlineData("""{"name":" ","lastName":"Berg"}""", "Berg|Berg|Berg|Berg")]
    [InlineData("""{"type":null,"name":null,"initials":"S."}""", "S.|S.|S.|S.")]
    public async Task Name_is_shown_in_every_format(string json, string expected)
    {
        var answer = await running.Scene.PostAsync("/api/tenants/demo/name-preview", json);

        Assert.Equal(200, answer.Status);
        var formats = answer.Json["formats"]!.AsObject();
        Assert.Equal(Enum.GetValues<PersonNameFormat>().Select(AnswerJson.Word), formats.Select(format => format.Key));
        Assert.Equal(expected, string.Join('|', formats.Select(format => (string)format.Value!)));
    }

    [Theory]
    [InlineData("{}", "/name /lastName")]
    [InlineData("""{"name":"  ","lastName":""}""", "/name /lastName")]
    [InlineData("""{"type":"organisation"}""", "/name")]
    [InlineData("""{"type":"organisation","lastName":"Berg"}""", "/name")]
    [InlineData("""{"type":"person"}""", "/lastName")]
    [InlineData("""{"type":"person","name":"Berg B.V."}""", "/lastName")]
    [InlineData("""{"lastName":"6B1F0A5E-0D5C-4D8F-9A52-3C6E6F1B2A01"}""", "/lastName")]
    [InlineData("""{"type":"mens","lastName":"Berg"}""", "/type")]
    [InlineData("""{"type":"Person","lastName":"a\u0007b","initials":"a\nb"}""", "/type /initials /lastName")]
    public async Task What_is_no_name_is_refused_by_the_names_of_its_fields(string json, string pointers)
    {
        var answer = await running.Scene.PostAsync("/api/tenants/demo/name-preview", json);

        Assert.Equal(422, answer.Status);
        Assert.Equal(pointers, string.Join(' ', answer.Pointers));
    }

    [Theory]
    [InlineData("name")]
    [InlineData("initials")]
    [InlineData("firstName")]
    [InlineData("middleName")]
    [InlineData("lastName")]
    public async Task Part_of_more_than_200_characters_is_refused(string field)
    {
        var longest = await running.Scene.PostAsync("/api/tenants/demo/name-preview", $$"""{"{{field}}":"{{LongestPart}}"}""");
        var tooLong = await running.Scene.PostAsync("/api/tenants/demo/name-preview", $$"""{"{{field}}":"{{LongestPart}}x"}""");

        Assert.Equal(200, longest.Status);
        Assert.Equal((422, "/" + field), (tooLong.Status, Assert.Single(tooLong.Pointers)));
    }

    [Theory]
    [InlineData("""{"lastname":"Berg"}""")]
    [InlineData("""{"lastName":7}""")]
    [InlineData("""{"lastName":"a","lastName":"b"}""")]
    public async Task What_the_form_does_not_know_is_refused(string json) =>
        Assert.Equal(400, (await running.Scene.PostAsync("/api/tenants/demo/name-preview", json)).Status);

    /// <summary>One scene for all of these, none of which changes anything.</summary>
    public sealed class Running : IAsyncLifetime
    {
        internal KestrelScene Scene { get; private set; } = null!;

        public async Task InitializeAsync() => Scene = await KestrelScene.StartAsync();

        public async Task DisposeAsync() => await Scene.DisposeAsync();
    }
}
