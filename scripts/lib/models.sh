# The model of each database as code, which a start need not make anew (docs/decisions/compiled-models.md). Needs the built product.
compiled_models=$root/src/PartyOrg.Infrastructure/Persistence/Compiled

# A model that lags behind the mapping need not even compile.
forget_models() { rm -rf "$compiled_models"; }

compile_models() {
  local database
  for database in Sqlite PostgreSql SqlServer; do
    dotnet ef dbcontext optimize --no-build --configuration "$configuration" --context "${database}Context" \
      --project "$root/src/PartyOrg.Infrastructure" --startup-project "$root/src/PartyOrg.WebApi" \
      --output-dir "Persistence/Compiled/$database" --namespace "PartyOrg.Infrastructure.Persistence.Compiled.$database" >"$artifacts/models.log" 2>&1 ||
      { cat "$artifacts/models.log" >&2; fail "The model for $database could not be compiled."; }
  done
}
