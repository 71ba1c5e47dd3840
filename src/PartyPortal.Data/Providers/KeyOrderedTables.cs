using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Sqlite.Infrastructure.Internal;

namespace PartyPortal.Data.Providers;

/// <summary>
/// SQLite numbers the rows of a table in the order of their coming. Beside an entry of the audit that has a time, such a number would tell the hour of a
/// message: the tables of feedback, and of who supports an idea, have no row numbers and lie in the order of their random keys.
/// </summary>
#pragma warning disable EF1001 // The base class asks for the engine's options, which have no public name.
internal sealed class KeyOrderedTables(MigrationsSqlGeneratorDependencies dependencies, IRelationalAnnotationProvider annotations)
    : SqliteMigrationsSqlGenerator(dependencies, annotations)
#pragma warning restore EF1001
{
    private static readonly string[] Unnumbered = ["FeedbackItems", "FeedbackMessages", "FeedbackPictures", "IdeaSupports"];

    protected override void Generate(CreateTableOperation operation, IModel? model, MigrationCommandListBuilder builder, bool terminate = true)
    {
        // While a table is rebuilt its name has a prefix.
        var isUnnumbered = Unnumbered.Any(name => operation.Name.EndsWith(name, StringComparison.Ordinal));
        base.Generate(operation, model, builder, terminate && !isUnnumbered);
        if (!isUnnumbered) return;

        builder.Append(" WITHOUT ROWID");
        if (!terminate) return;

        builder.AppendLine(";");
        EndStatement(builder);
    }
}
