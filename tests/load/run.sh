#!/usr/bin/env bash
# Measures what the hot pages cost and writes the table in docs/performance.md. See README.md beside this file.
#
#   bash tests/load/run.sh           1,000 and 100,000 people on SQLite and PostgreSQL
#   bash tests/load/run.sh --quick   1,000 people, SQLite; prints the table and leaves the page alone
#   bash tests/load/run.sh Sqlite 100000    one ground alone
#
# Filled databases and results stay in PORTAL_LOAD_FOLDER (the temporary folder by default) and are taken up again.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
export PORTAL_LOAD_FOLDER=${PORTAL_LOAD_FOLDER:-${TMPDIR:-/tmp}/portal-load}
mkdir -p "$PORTAL_LOAD_FOLDER"
postgres=

publish() { dotnet publish "$1" -c Release -r linux-x64 --self-contained false -p:PublishReadyToRun=true -o "$2" -v q -nologo -clp:ErrorsOnly; }

# A server of our own on loopback, whose processes are counted with the portal's.
start_postgres() {
    local bin folder=$PORTAL_LOAD_FOLDER/postgres user=postgres port=$((20000 + RANDOM % 20000))
    bin=$(dirname "$(ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -rV | head -1)")
    [ -x "$bin/initdb" ] || { echo "No PostgreSQL here. Debian and Ubuntu: apt-get install postgresql" >&2; exit 1; }
    as() { if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u "$user" -- "$@"); else "$@"; fi; }
    if ! [ -d "$folder" ]; then
        mkdir "$folder"
        [ "$(id -u)" -eq 0 ] && chown "$user" "$folder"
        as "$bin/initdb" -D "$folder/data" -U portal -E UTF8 --locale=C --auth=trust >/dev/null
    fi
    as "$bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -t 60 start -o "-h 127.0.0.1 -p $port -c unix_socket_directories= -c max_connections=300 -c shared_buffers=512MB" >/dev/null
    postgres="$bin $folder"
    export PORTAL_LOAD_POSTGRES="Host=127.0.0.1;Port=$port;Username=portal;Max Auto Prepare=50" PORTAL_LOAD_POSTGRES_PID
    PORTAL_LOAD_POSTGRES_PID=$(as head -1 "$folder/data/postmaster.pid")
}

stop_postgres() {
    [ -n "$postgres" ] || return 0
    read -r bin folder <<<"$postgres"
    as "$bin/pg_ctl" -D "$folder/data" -m fast stop >/dev/null
    postgres=
}
trap stop_postgres EXIT

ground() {
    if [ "$1" = PostgreSql ] && [ -z "$postgres" ]; then start_postgres; fi
    dotnet "$load" fill "$1" "$2"
    dotnet "$load" run "$@"
}

dotnet build tests/load -c Release -v q -nologo -clp:ErrorsOnly
load=$PWD/tests/load/bin/Release/net10.0/PartyPortal.Load.dll
publish src/PartyPortal.Web "$PORTAL_LOAD_FOLDER/portal"
publish tests/load "$PORTAL_LOAD_FOLDER/bare"
export PORTAL_LOAD_PORTAL=$PORTAL_LOAD_FOLDER/portal/PartyPortal.Web.dll PORTAL_LOAD_BARE=$PORTAL_LOAD_FOLDER/bare/PartyPortal.Load.dll

case "${1:-}" in
    --quick) ground Sqlite 1000 --quick ;;
    "") for people in 1000 100000; do for engine in Sqlite PostgreSql; do ground "$engine" "$people"; done; done
        dotnet "$load" table docs/performance.md ;;
    *) ground "$1" "${2:-1000}"
       dotnet "$load" table docs/performance.md ;;
esac
