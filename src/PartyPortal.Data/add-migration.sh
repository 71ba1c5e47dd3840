#!/usr/bin/env bash
# Writes one migration for each engine: bash src/PartyPortal.Data/add-migration.sh NameOfTheChange
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

name=${1:?Say what changes, in one word: AddBranchGroups}
dotnet tool restore
dotnet build src/PartyPortal.Data
for engine in Sqlite SqlServer PostgreSql; do
    dotnet ef migrations add "$name" --no-build --project src/PartyPortal.Data --startup-project src/PartyPortal.Data --context "${engine}PortalDb" -o "Migrations/$engine"
done
