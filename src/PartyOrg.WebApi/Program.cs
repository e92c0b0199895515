using PartyOrg.WebApi;

var builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.UseKestrelHttpsConfiguration();
builder.AddProduct();
var app = builder.Build();
return await app.RunProduct(args);

/// <summary>The program; tests start it in their own process.</summary>
public partial class Program;
