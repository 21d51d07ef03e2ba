# shellcheck shell=bash
# Starts the parts, fills them on the first start, shows what they answer. Read by ../datacube.

postgresql() { "$JAVA" "${JAVA_OPTIONS[@]}" -jar "$POSTGRESQL_JAR" "$@" --data "$DATA/postgresql"; }

loader() { DATACUBE_URL="$(url_of gateway)" "$JAVA" "${JAVA_OPTIONS[@]}" -jar "$LOADER_JAR" "$@"; }

start_postgresql() {
    local started=$SECONDS
    progress "postgresql     starting"
    if ! postgresql start --port "$(port_of postgresql)" --database registry --database contributions \
        --database aggregation; then
        fail "PostgreSQL did not start. The last lines of $(log_of postgresql):" \
            "$(tail -n 15 "$(log_of postgresql)" 2>/dev/null)"
    fi
    remember_port postgresql
    end_progress "$(printf '%-14s ready after %s s' postgresql "$((SECONDS - started))")"
}

remember_port() {
    local port
    port="$(port_of "$1")"
    say "$port" >"$RUN/$1.port"
}

database_environment() {
    say "QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://127.0.0.1:$(port_of postgresql)/$1"
    say "QUARKUS_DATASOURCE_USERNAME=$1"
    say "QUARKUS_DATASOURCE_PASSWORD=$(cat "$DATA/postgresql/passwords/$1")"
}

# One NAME=value a line.
environment_of() {
    say "QUARKUS_HTTP_HOST=$(host_of "$1")"
    say "QUARKUS_HTTP_PORT=$(port_of "$1")"
    say "DATACUBE_REGISTRY_URL=$(url_of registry)"
    say "DATACUBE_CONTRIBUTIONS_URL=$(url_of contributions)"
    say "DATACUBE_AGGREGATION_URL=$(url_of aggregation)"
    case "$1" in
        registry)
            database_environment registry
            say "DATACUBE_REGISTRY_ADMINISTRATOR_KEY_FILE=$KEY_FILE"
            say "DATACUBE_REGISTRY_SIGNING_SECRET_FILE=$SIGNING_SECRET"
            ;;
        contributions) database_environment contributions ;;
        aggregation)
            database_environment aggregation
            say "DATACUBE_AGGREGATION_STORE=$DATA/aggregation"
            ;;
    esac
}

start_service() {
    local name="$1" log detach='' pair environment=()
    log="$(log_of "$name")"
    while IFS= read -r pair; do environment+=("$pair"); done < <(environment_of "$name")
    if [ -f "$log" ]; then mv "$log" "$LOGS/$name.previous.log"; fi
    # a session of its own, so that Ctrl-C here does not reach it
    if command -v setsid >/dev/null; then detach=setsid; fi
    # shellcheck disable=SC2086
    env "${environment[@]}" $detach nohup "$JAVA" "${JAVA_OPTIONS[@]}" "-Xmx$(heap_of "$name")" \
        -XX:+ExitOnOutOfMemoryError "$(mark_of "$name")" -jar "$(jar_of "$name")" </dev/null >"$log" 2>&1 &
    say "$!" >"$RUN/$name.pid"
    remember_port "$name"
}

await_service() {
    local name="$1" started="$2"
    until is_ready "$name"; do
        progress "$(printf '%-14s starting, %s s' "$name" "$((SECONDS - started))")"
        if ! is_running "$name"; then give_up "$name" "ended while it started"; fi
        if [ "$((SECONDS - started))" -ge "$START_TIMEOUT" ]; then
            give_up "$name" "is not ready after $START_TIMEOUT s (DATACUBE_START_TIMEOUT)"
        fi
        sleep 1
    done
    end_progress "$(printf '%-14s ready after %s s' "$name" "$((SECONDS - started))")"
}

give_up() {
    end_progress "$1 $2. The last lines of its log:"
    tail -n 20 "$(log_of "$1")" >&2
    fail "All of it: ./datacube logs $1. When the cause is gone, ./datacube up goes on from here."
}

newest_number() { grep -o "\"edition\" *: *[0-9]*" | grep -o '[0-9]*$' | sort -n | tail -n 1; }

await_newest_edition() {
    local newest shown started=$SECONDS
    newest="$(ask_service gateway '/api/v1/editions?limit=1000' | newest_number)"
    while [ "$((SECONDS - started))" -lt "$START_TIMEOUT" ]; do
        shown="$(ask_service aggregation /q/health/ready | newest_number)"
        if [ "${shown:-0}" -ge "${newest:-0}" ]; then
            progress ''
            return
        fi
        progress "The cubes take over edition ${newest:-0}, $((SECONDS - started)) s"
        sleep 1
    done
    say "The cubes have not yet taken over edition $newest; answers are from edition ${shown:-0} (./datacube logs aggregation)."
}

administrator_key() { say "${DATACUBE_KEY:-$(cat "$KEY_FILE" 2>/dev/null)}"; }

load_sample() {
    if [ -f "$SAMPLE_LOADED" ] || [ "${DATACUBE_SAMPLE:-yes}" = no ]; then return; fi
    say "Loading the sample: published figures of 2022 to 2024"
    if ! DATACUBE_KEY="$(administrator_key)" loader load sample; then
        fail "The suite runs at $(url_of gateway), but the sample is not loaded. Try again with ./datacube up"
    fi
    date -u +%Y-%m-%dT%H:%M:%SZ >"$SAMPLE_LOADED"
}

answer() {
    say '' "$1"
    say "  $(url_of gateway)/api/v1/cubes/${2//|/%7C}"
    loader ask "$2" 2>&1 | sed 's/^/  /'
}

show_answers() {
    answer 'What did the UN system spend on gender equality (SDG 5) in 2024?' \
        'expense/aggregate?drilldown=sdg.goal&cut=sdg:goal:5|year:2024'
    answer 'How was it financed in 2024?' 'revenue/aggregate?drilldown=instrument.group&cut=year:2024'
    answer 'What for did it spend in 2024?' 'expense/aggregate?drilldown=function.function&cut=year:2024'
}

show_where() {
    say '' "The UN data cube is at $(url_of gateway)   (API to browse: $(url_of gateway)/docs)"
    say "The administrator's key is in $KEY_FILE"
    if [ "$1" = first ]; then say "  $(cat "$KEY_FILE" 2>/dev/null)   (shown this once)"; fi
    say 'Stop it with ./datacube down; see ./datacube --help for more.'
}

take_turn() {
    local other
    if ! mkdir "$RUN/starting" 2>/dev/null; then
        other="$(cat "$RUN/starting/pid" 2>/dev/null || true)"
        case "$(command_line "${other:-none}")" in
            *datacube*up*) fail "Another ./datacube up is at work (process $other)." ;;
        esac
    fi
    say "$$" >"$RUN/starting/pid"
    trap 'rm -rf "$RUN/starting"' EXIT
}
