// In Debug the models are made at the start, as the mapping has them.
#if !DEBUG
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using PartyOrg.Infrastructure.Persistence;

namespace PartyOrg.Infrastructure.Tests.Persistence;

public sealed class CompiledModels
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void The_model_that_was_written_as_code_is_what_the_mapping_makes(DatabaseProvider provider)
    {
        using var context = NoServer.Context(provider);
        var made = context.GetService<IModelSource>().GetModel(context, context.GetService<ModelCreationDependencies>(), designTime: false);
        context.Model.Should().NotBeSameAs(made);
        Said(context.Model).Should().Equal(Said(made), "scripts/compile-models writes it anew");
    }

    private static string[] Said(IModel model) => model.ToDebugString(MetadataDebugStringOptions.LongDefault).Split('\n', StringSplitOptions.TrimEntries);
}
#endif
