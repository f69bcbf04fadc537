// An ASP.NET Core app that does nothing: what a cold start is held against.
var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseUrls(builder.Configuration["Url"] ?? "http://127.0.0.1:0");
var app = builder.Build();
app.MapPost("/api/webhooks/{tenant}", (string tenant) => Results.Accepted(value: tenant));
await app.RunAsync();
