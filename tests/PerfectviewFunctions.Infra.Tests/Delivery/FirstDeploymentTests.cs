using PerfectviewFunctions.Infra.Tests.Evaluation;
using PerfectviewFunctions.Infra.Tests.Reading;
using PerfectviewFunctions.Infra.Tests.Settings;
using Xunit;

namespace PerfectviewFunctions.Infra.Tests.Delivery;

/// <summary>What stands in the way of a first deployment on Azure, and nothing on this machine would show.</summary>
public sealed class FirstDeploymentTests
{
    private const string Identity = "Microsoft.ManagedIdentity/userAssignedIdentities";

    /// <summary>What is there can't be moved, and register.sh makes it before there is a parameter file.</summary>
    [Fact]
    public async Task Identity_is_found_where_the_prestep_made_it_wherever_the_rest_goes()
    {
        var project = await BicepProject.OfRepositoryAsync();
        var made = new Scope(project, project["prestep.bicep"]!, Values.Object(("customer", "example"))).Resources().Single(one => one.Resource.Is(Identity));
        var deployed = Deployment.Of(project, AppSettings.Arguments(project, ("location", "northeurope")));

        var found = deployed.Single(one => one.Resource.Is(Identity));
        Assert.Equal(made.Name, found.Name);
        Assert.Equal(made.Body.At("location"), found.Body.At("location"));
        Assert.Equal("northeurope", deployed.Single(one => one.Resource.Is("Microsoft.Web/sites")).Body.At("location"));
    }

    /// <summary>Without the name the Functions host now and then fails to start: issue 11787 of azure-functions-host.</summary>
    [Fact]
    public async Task Host_knows_its_storage_by_name_too()
    {
        var project = await BicepProject.OfRepositoryAsync();
        var deployed = Deployment.Of(project, AppSettings.Arguments(project));

        Assert.Equal(
            deployed.First(one => one.Resource.Is("Microsoft.Storage/storageAccounts")).Name,
            AppSettings.Of(deployed)["AzureWebJobsStorage__accountName"]);
    }
}
