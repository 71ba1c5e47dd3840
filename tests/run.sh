#!/usr/bin/env bash
# Runs every test and ends with one line "N passed, N failed".
#
#   bash tests/run.sh           everything; on Debian or Ubuntu, as root, installs what is missing
#   bash tests/run.sh --quick   rules and HTTP tests on SQLite; installs nothing, opens no browser
#
# HTTP tests on SQL Server too:
#   PORTAL_TEST_DATABASE=SqlServer PORTAL_TEST_CONNECTION='Server=…' bash tests/run.sh
#
# What could not run is named and counted as failed.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1
exec </dev/null

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 MSBUILDDISABLENODEREUSE=1

asked_engine=${PORTAL_TEST_DATABASE:-}
asked_connection=${PORTAL_TEST_CONNECTION:-}
unset PORTAL_TEST_DATABASE PORTAL_TEST_CONNECTION

quick=no
case "${1:-}" in
    "") ;;
    --quick) quick=yes ;;
    *) echo "usage: bash tests/run.sh [--quick]" >&2; exit 2 ;;
esac

passed=0
failed=0
work=$(mktemp -d "${TMPDIR:-/tmp}/portal-tests.XXXXXX")
chmod 711 "$work"
postgres_bin=
postgres_port=
running=

# With the seconds since the start.
say() { printf '\n== %s (%d s)\n' "$*" "$SECONDS"; }

count_failed() { failed=$((failed + 1)); printf 'FAILED: %s\n' "$*" | tee -a "$work/failures"; }

finish() {
    stop_postgres
    [ -s "$work/failures" ] && say "What failed" && cat "$work/failures"
    rm -rf "$work"
    printf '\n%d passed, %d failed\n' "$passed" "$failed"
    [ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
    exit
}

stopped() {
    trap '' INT TERM
    [ -n "$running" ] && kill "$running" && wait "$running" 2>/dev/null
    count_failed "the run was stopped before its end"
    finish
}
trap stopped INT TERM

# ---- what the machine has -------------------------------------------------------------------------------------------

can_install() { [ "$(id -u)" -eq 0 ] && [ -e /etc/debian_version ] && command -v apt-get >/dev/null; }

find_postgres() {
    local candidate
    for candidate in "$(command -v initdb 2>/dev/null)" $(ls -d /usr/lib/postgresql/*/bin/initdb 2>/dev/null | sort -rV) /opt/homebrew/opt/postgresql*/bin/initdb /usr/local/opt/postgresql*/bin/initdb; do
        [ -x "$candidate" ] && { dirname "$candidate"; return; }
    done
    return 1
}

find_chromium() {
    local candidate
    for candidate in "${PORTAL_TEST_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        [ -n "$candidate" ] && "$candidate" --version >/dev/null 2>&1 && { command -v "$candidate"; return; }
    done
    return 1
}

has_chinese_font() { command -v fc-list >/dev/null && [ -n "$(fc-list :lang=zh-cn family 2>/dev/null)" ]; }

install_what_is_missing() {
    local missing=()
    if ! find_postgres >/dev/null; then
        missing+=(postgresql)
        # The tests start a server of their own; the package need not make one.
        mkdir -p /etc/postgresql-common/createcluster.d
        echo 'create_main_cluster = false' > /etc/postgresql-common/createcluster.d/portal-tests.conf
    fi
    find_chromium >/dev/null || missing+=(chromium)
    has_chinese_font || missing+=(fontconfig fonts-noto-cjk)
    command -v soffice >/dev/null || missing+=(libreoffice-impress-nogui libreoffice-writer-nogui)
    command -v ffmpeg >/dev/null || missing+=(ffmpeg)
    [ ${#missing[@]} -eq 0 ] && return

    say "Installing ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq >"$work/apt.log" 2>&1
    if ! apt-get install -y -qq --no-install-recommends "${missing[@]}" >>"$work/apt.log" 2>&1; then
        tail -20 "$work/apt.log"
        echo "apt-get could not install all of: ${missing[*]}"
    fi
}

# ---- PostgreSQL of our own ------------------------------------------------------------------------------------------

# The server refuses to run as root.
as_ordinary_user() {
    if [ "$(id -u)" -eq 0 ]; then (cd / && runuser -u "$postgres_user" -- "$@"); else "$@"; fi
}

free_port() {
    local port
    while :; do
        port=$((20000 + RANDOM % 20000))
        (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || { echo "$port"; return; }
    done
}

start_postgres() {
    local folder=$work/postgres port attempt
    postgres_user=nobody
    id -u postgres >/dev/null 2>&1 && postgres_user=postgres
    mkdir "$folder"
    [ "$(id -u)" -eq 0 ] && chown "$postgres_user" "$folder"

    as_ordinary_user "$postgres_bin/initdb" -D "$folder/data" -U portal -E UTF8 --locale=C --auth=trust --no-sync >"$work/initdb.log" 2>&1 \
        || { tail -20 "$work/initdb.log"; return 1; }

    for attempt in 1 2 3 4 5; do
        port=$(free_port)
        if as_ordinary_user "$postgres_bin/pg_ctl" -D "$folder/data" -l "$folder/log" -w -t 60 start -o \
            "-h 127.0.0.1 -p $port -c unix_socket_directories= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=600 -c shared_buffers=256MB" >/dev/null 2>&1; then
            postgres_port=$port
            return
        fi
        echo "PostgreSQL did not start on port $port (attempt $attempt)"
    done
    as_ordinary_user tail -20 "$folder/log"
    return 1
}

stop_postgres() {
    [ -n "$postgres_port" ] || return
    as_ordinary_user "$postgres_bin/pg_ctl" -D "$work/postgres/data" -m immediate stop >/dev/null 2>&1
    postgres_port=
}

# ---- running --------------------------------------------------------------------------------------------------------

# One number of the report's <assembly …> element.
reported() { sed -n "s/.*<assembly [^>]*[ ]$2=\"\([0-9]*\)\".*/\1/p" "$1" | head -1; }

# run_tests NAME PROJECT [VARIABLE=VALUE…]: counts come from the runner's report, so that a crashed runner is noticed.
run_tests() {
    local name=$1 project=$2 report="$work/report-$RANDOM.xml" result=0 good bad
    shift 2
    say "$name"
    # In the background and waited for, so that a signal is answered at once; timeout hands it on to all that the tests started.
    timeout 1900 env "$@" dotnet "tests/$project/bin/Debug/net10.0/$project.dll" -noLogo -noColor -result-xml "$report" &
    running=$!
    wait "$running" || result=$?
    running=

    if ! [ -s "$report" ] || [ -z "$(reported "$report" total)" ]; then
        count_failed "$name: the runner ended with $result and left no report"
        return
    fi
    good=$(reported "$report" passed)
    bad=$(($(reported "$report" failed) + $(reported "$report" errors)))
    passed=$((passed + good))
    failed=$((failed + bad))
    grep -o '<test [^>]*result="Fail"' "$report" | sed "s/.* name=\"\([^\"]*\)\".*/FAILED: $name: \1/" >>"$work/failures"
    grep -o '<test [^>]*result="Skip"' "$report" | sed 's/.* name="\([^"]*\)".*/not run: \1/'
    [ "$good" -gt 0 ] || [ "$bad" -gt 0 ] || count_failed "$name: no test ran"
    [ "$result" -eq 0 ] || [ "$bad" -gt 0 ] || count_failed "$name: the runner ended with $result"
}

build() {
    local what
    for what in "$@"; do
        dotnet build "$what" -c Debug -v q -nologo -clp:ErrorsOnly || { count_failed "the build of $what"; finish; }
    done
}

# A step that passes or fails as a whole.
check() {
    local name=$1
    shift
    say "$name"
    if "$@"; then passed=$((passed + 1)); else count_failed "$name"; fi
}

if ! command -v dotnet >/dev/null || ! dotnet --version >/dev/null 2>&1; then
    count_failed "the .NET 10 SDK is missing: https://dotnet.microsoft.com/download/dotnet/10.0"
    finish
fi

if [ "$quick" = yes ]; then
    say "Building"
    build tests/PartyPortal.Domain.Tests tests/PartyPortal.Web.Tests
    run_tests "Rules (Domain.Tests)" PartyPortal.Domain.Tests
    run_tests "HTTP on SQLite (Web.Tests)" PartyPortal.Web.Tests PORTAL_TEST_DATABASE=Sqlite
    finish
fi

can_install && install_what_is_missing
command -v soffice >/dev/null || count_failed "what shows slides and text documents in the page was not tested: no LibreOffice here. Debian: apt-get install libreoffice-impress-nogui libreoffice-writer-nogui"
command -v ffmpeg >/dev/null || count_failed "the length and still of films were not tested: no ffmpeg here. Debian: apt-get install ffmpeg"

say "Building"
build PartyPortal.sln

run_tests "Rules (Domain.Tests)" PartyPortal.Domain.Tests
run_tests "HTTP on SQLite (Web.Tests)" PartyPortal.Web.Tests PORTAL_TEST_DATABASE=Sqlite

if ! postgres_bin=$(find_postgres); then
    count_failed "HTTP on PostgreSQL (Web.Tests) did not run: no PostgreSQL here. Debian and Ubuntu: apt-get install postgresql; macOS: brew install postgresql@17"
elif ! start_postgres; then
    count_failed "HTTP on PostgreSQL (Web.Tests) did not run: the server did not start"
else
    run_tests "HTTP on PostgreSQL (Web.Tests)" PartyPortal.Web.Tests PORTAL_TEST_DATABASE=PostgreSql \
        "PORTAL_TEST_CONNECTION=Host=127.0.0.1;Port=$postgres_port;Username=portal"
    stop_postgres
fi

if [ "$asked_engine" = SqlServer ] && [ -n "$asked_connection" ]; then
    run_tests "HTTP on SQL Server (Web.Tests)" PartyPortal.Web.Tests PORTAL_TEST_DATABASE=SqlServer "PORTAL_TEST_CONNECTION=$asked_connection"
elif [ "$asked_engine" = SqlServer ]; then
    count_failed "HTTP on SQL Server (Web.Tests) did not run: PORTAL_TEST_CONNECTION names no server"
else
    say "HTTP on SQL Server (Web.Tests): not asked for (PORTAL_TEST_DATABASE=SqlServer and PORTAL_TEST_CONNECTION name a server)"
fi

if ! chromium=$(find_chromium); then
    count_failed "Browser tests did not run: no Chromium here. Debian: apt-get install chromium; elsewhere install Chrome or Chromium and name it in PORTAL_TEST_CHROMIUM"
else
    has_chinese_font || count_failed "no Chinese font here, pictures would show boxes. Debian and Ubuntu: apt-get install fonts-noto-cjk"
    run_tests "Browser (Browser.Tests)" PartyPortal.Browser.Tests "PORTAL_TEST_CHROMIUM=$chromium"
fi

check "Formatting (dotnet format)" dotnet format PartyPortal.sln --verify-no-changes --no-restore

finish
