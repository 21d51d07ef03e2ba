#!/usr/bin/env bash
# Proves that docker-compose.yml runs the suite: starts it, loads the sample through the gateway, asks, restarts, asks
# again, backs it up, loses all data, restores them, asks again, and takes all of it away. On demand, as root, on
# Debian 12; the project must be built (./mvnw package).
# Installs the Docker engine, docker-compose and debootstrap where they are missing, and starts the engine where it does
# not run. Base images that are not on this machine are replaced by stand-ins of the same name, which are removed again.
#
#   docker/prove.sh [--keep-bases]
#
# DATACUBE_PROOF_PORT (18080)   where the gateway listens meanwhile
# DEBIAN_MIRROR                 where debootstrap finds Debian
set -euo pipefail
umask 022

readonly WORK="$(mktemp -d)"
# a project and passwords of its own: a suite that runs from the same checkout is left alone
export COMPOSE_PROJECT_NAME=datacube-proof DATACUBE_ENV_FILE="$WORK/env"
# shellcheck source=/dev/null
. "$(dirname "${BASH_SOURCE[0]}")/compose.sh"
readonly DEBIAN_MIRROR="${DEBIAN_MIRROR:-http://deb.debian.org/debian}"
readonly START_TIMEOUT=300
readonly SERVICES="postgresql registry contributions aggregation gateway"
export DATACUBE_HOST=127.0.0.1 DATACUBE_PORT="${DATACUBE_PROOF_PORT:-18080}"
readonly URL="http://127.0.0.1:$DATACUBE_PORT"
readonly GENDER_EQUALITY='/api/v1/cubes/expense/aggregate?drilldown=sdg.goal&cut=sdg:goal:5%7Cyear:2024'
readonly GENDER_EQUALITY_AMOUNT=2516306927.13
readonly EXPENSE='/api/v1/cubes/expense/aggregate?drilldown=year&cut=year:2024'
keep_bases=no
engine=''

say() { printf '%s\n' "$@"; }

fail() {
    say "$@" >&2
    exit 1
}

# shellcheck source=/dev/null
. "$ROOT/docker/proof/bases.sh"

check_prerequisites() {
    local part
    [ "$(id -u)" = 0 ] || fail "debootstrap and the Docker engine need root."
    for part in gateway services/registry services/contributions services/aggregation; do
        [ -f "$ROOT/$part/target/quarkus-app/quarkus-run.jar" ] || fail "$part is not built: ./mvnw package -DskipTests"
    done
    if (exec 3<>"/dev/tcp/127.0.0.1/$DATACUBE_PORT") 2>/dev/null; then
        fail "Port $DATACUBE_PORT is taken; set DATACUBE_PROOF_PORT to a free one."
    fi
    [ -f "$ROOT/loader/target/loader.jar" ] || fail "The loader is not built: ./mvnw package -DskipTests"
}

install_missing() {
    local packages=()
    command -v dockerd >/dev/null || packages+=(docker.io iptables)
    command -v docker-compose >/dev/null || packages+=(docker-compose)
    command -v debootstrap >/dev/null || packages+=(debootstrap)
    if [ "${#packages[@]}" -eq 0 ]; then return; fi
    say "Installing ${packages[*]}"
    apt-get update -q >"$WORK/apt.log" 2>&1
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "${packages[@]}" >>"$WORK/apt.log" 2>&1 \
        || fail "apt-get failed:" "$(tail -n 20 "$WORK/apt.log")"
}

start_engine() {
    if docker info >/dev/null 2>&1; then return; fi
    say "Starting the Docker engine"
    dockerd >"$WORK/engine.log" 2>&1 &
    engine=$!
    await 60 docker info || fail "The Docker engine does not start:" "$(tail -n 20 "$WORK/engine.log")"
}

await() {
    local limit="$1" started=$SECONDS
    shift
    until "$@" >/dev/null 2>&1; do
        if [ "$((SECONDS - started))" -ge "$limit" ]; then return 1; fi
        sleep 1
    done
}

health_of() { docker inspect --format '{{.State.Health.Status}}' "$(compose ps -q "$1")"; }

all_healthy() {
    local service
    for service in $SERVICES; do [ "$(health_of "$service")" = healthy ] || return 1; done
}

await_healthy() {
    local service started=$SECONDS
    if ! await "$START_TIMEOUT" all_healthy; then
        compose logs --tail 30 >&2
        fail "Not healthy within $START_TIMEOUT s:" "$(compose ps)"
    fi
    say "All healthy after another $((SECONDS - started)) s"
}

refuses_without_passwords() {
    local message
    : >"$WORK/empty"
    if message="$(docker-compose --file "$ROOT/docker-compose.yml" --env-file "$WORK/empty" config 2>&1)"; then
        fail "docker-compose starts without passwords."
    fi
    say "Without passwords: $message"
}

no_container_runs_as_root() {
    local service users
    for service in $SERVICES; do
        users="$(docker top "$(compose ps -q "$service")" -eo pid,uid | tail -n +2 | awk '{ print $2 }' | sort -u | xargs)"
        say "$service runs as user $users, $(docker stats --no-stream --format '{{.MemUsage}}' "$(compose ps -q "$service")")"
        case " $users " in *' 0 '*) fail "$service runs as root." ;; esac
    done
}

only_the_gateway_is_published() {
    local service published
    for service in $SERVICES; do
        published="$(docker port "$(compose ps -q "$service")")"
        say "$service publishes ${published:-nothing}"
        if [ "$service" != gateway ] && [ -n "$published" ]; then fail "$service can be reached from outside."; fi
    done
}

load_sample() {
    DATACUBE_URL="$URL" DATACUBE_KEY="$(administrator_key)" java -jar "$ROOT/loader/target/loader.jar" load sample
}

administrator_key() { compose exec -T registry cat /data/administrator-key; }

answer_to() { curl --silent --show-error --fail --max-time 30 "$URL$1"; }

gender_equality_is_answered() { answer_to "$GENDER_EQUALITY" | grep -q "\"$GENDER_EQUALITY_AMOUNT\""; }

answers() {
    local path
    for path in "$GENDER_EQUALITY" "$EXPENSE"; do
        answer_to "$path"
        say ''
    done
}

# The citation's figures by their hash, and the audit trail by its length and hash.
promises() {
    local id
    id="$(patiently "$URL/api/v1/citations" -H 'Content-Type: application/json' \
        -d '{"cube": "expense", "drilldown": "sdg.goal", "cut": "year:2024", "edition": 1}' | sed 's/^{"id":"\([^"]*\)".*/\1/')"
    say "citation $id"
    patiently "$URL/api/v1/citations/$id/data" | sha256sum
    patiently "$URL/api/v1/audit/verify" -H "Authorization: Bearer $1"
    say ''
}

# A service may say 503 for a moment, while it finds its database again.
patiently() { curl --silent --show-error --fail --retry 30 --retry-delay 2 "$@"; }

survives_the_loss_of_all_data() {
    local key before after
    key="$(administrator_key)"
    before="$(answers && promises "$key")"
    "$ROOT/docker/backup" "$WORK/backup"
    compose down --volumes
    compose up -d
    await_healthy
    "$ROOT/docker/restore" "$WORK/backup"
    await_healthy
    await 60 gender_equality_is_answered || true
    after="$(answers && promises "$key")"
    [ "$before" = "$after" ] || fail "Other answers after the restoration. Before:" "$before" "After:" "$after"
    say "$after" "The same after all data was lost and restored."
}

clean_up() {
    local status=$?
    trap - EXIT INT TERM
    if [ -f "$WORK/env" ] && docker info >/dev/null 2>&1; then
        compose down --volumes --remove-orphans --rmi local >"$WORK/down.log" 2>&1 || cat "$WORK/down.log" >&2
        [ "$keep_bases" = yes ] || remove_stand_ins || true
    fi
    if [ -n "$engine" ]; then
        kill "$engine" && wait "$engine" || true
    fi
    rm -rf "$WORK"
    if [ "$status" = 0 ]; then say "Proved, and taken away again."; fi
    exit "$status"
}

prove() {
    local first second
    check_prerequisites
    install_missing
    start_engine
    refuses_without_passwords
    provide_bases
    "$ROOT/docker/make-env" "$WORK/env"
    compose up -d --build
    await_healthy
    no_container_runs_as_root
    only_the_gateway_is_published
    load_sample
    await 60 gender_equality_is_answered || fail "SDG 5 in 2024 is not $GENDER_EQUALITY_AMOUNT:" "$(answers)"
    first="$(answers)"
    say "$first"
    compose restart
    await_healthy
    await 60 gender_equality_is_answered || true
    second="$(answers)"
    [ "$first" = "$second" ] || fail "Other answers after the restart:" "$second"
    say "The same answers after the restart."
    survives_the_loss_of_all_data
}

if [ "${1:-}" = --keep-bases ]; then keep_bases=yes; fi
trap clean_up EXIT
trap 'exit 130' INT TERM
prove
