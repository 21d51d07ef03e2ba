# shellcheck shell=bash
# What must be there before anything starts: a JDK, a place for the data, free ports, programs. Read by ../datacube.

java_property() { sed -n "s/^ *$2 = //p" <<<"$1" | head -n 1; }

find_java() {
    local candidate properties version major
    for candidate in "${JAVA_HOME:+$JAVA_HOME/bin/java}" "$(command -v java || true)"; do
        [ -n "$candidate" ] && [ -x "$candidate" ] || continue
        properties="$("$candidate" -XX:-UsePerfData -XshowSettings:properties -version 2>&1)" || continue
        version="$(java_property "$properties" java.specification.version)"
        major="${version#1.}"
        if [ "${major%%.*}" -ge 17 ] 2>/dev/null; then
            JAVA_HOME="$(java_property "$properties" java.home)"
            export JAVA_HOME
            JAVA="$JAVA_HOME/bin/java"
            return
        fi
        FOUND_JAVA="${FOUND_JAVA:-$version at $candidate}"
    done
    fail "A JDK, version 17 or newer, is needed; found: ${FOUND_JAVA:-none}." \
        "  Debian, Ubuntu:  sudo apt install openjdk-17-jdk-headless" \
        "  Fedora, RHEL:    sudo dnf install java-17-openjdk-devel" \
        "  macOS:           brew install openjdk@17" \
        "  or download one from https://adoptium.net and set JAVA_HOME to its folder."
}

prepare_data() {
    local free
    if ! mkdir -p "$RUN" "$LOGS" "$DATA/tmp" 2>/dev/null || ! touch "$RUN/.writable" 2>/dev/null; then
        fail "Cannot write to $DATA." \
            "It may belong to another user (was ./datacube run as root before?), or the disk is full or read-only."
    fi
    free="$(df -Pk "$DATA" | awk 'NR == 2 { print $4 }')"
    if [ "$free" -lt "$FREE_KIB_NEEDED" ]; then
        fail "Only $((free / 1024)) MiB are free on the disk of $DATA; 1024 MiB are needed."
    fi
    export TMPDIR="$DATA/tmp"
}

# With it the registry locks the private keys that it keeps in its database.
make_signing_secret() {
    if [ -f "$SIGNING_SECRET" ]; then return; fi
    (umask 077 && head -c 32 /dev/urandom | od -An -v -tx1 | tr -d ' \n' >"$SIGNING_SECRET.unfinished") \
        && mv "$SIGNING_SECRET.unfinished" "$SIGNING_SECRET" || fail "Cannot write $SIGNING_SECRET."
}

who_listens() {
    local pid
    if command -v lsof >/dev/null; then
        pid="$(lsof -nP -t -iTCP:"$1" -sTCP:LISTEN 2>/dev/null | head -n 1)"
    elif command -v ss >/dev/null; then
        pid="$(ss -Hltnp "sport = :$1" 2>/dev/null | sed -n 's/.*pid=\([0-9]*\).*/\1/p' | head -n 1)"
    fi
    if [ -n "${pid:-}" ]; then say " by process $pid ($(command_line "$pid" | cut -c 1-80))"; fi
}

check_ports() {
    local part port
    for part in postgresql $SERVICES; do
        is_running "$part" || rm -f "$RUN/$part.port"
        port="$(port_of "$part")"
        case "$port" in '' | *[!0-9]*) fail "$(port_variable "$part") is not a port number: $port" ;; esac
        if ! is_running "$part" && is_port_taken "$(reachable_host_of "$part")" "$port"; then
            fail "Port $port, which $part needs, is taken$(who_listens "$port")." \
                "Stop that, or choose another port: $(port_variable "$part")=$((port + 1000)) ./datacube up"
        fi
    done
    port="${DATACUBE_METRICS_PORT:-8084}"
    if ! is_running gateway && is_port_taken 127.0.0.1 "$port"; then
        fail "Port $port, at which the gateway tells its metrics, is taken$(who_listens "$port")." \
            "Stop that, or choose another port: DATACUBE_METRICS_PORT=$((port + 1000)) ./datacube up"
    fi
}

# Whether a source is newer than the program and than the last build, which leaves untouched what it need not make.
is_stale() {
    local jar="$1" module="$2" last_build=''
    if [ -f "$BUILT" ]; then last_build="$BUILT"; fi
    [ -f "$jar" ] || return 0
    [ -n "$(cd "$ROOT" && find pom.xml "$module/pom.xml" "$module/src/main" services/http-conventions/src/main \
        services/code-lists/src/main services/change-feed/src/main services/durable-store/src/main \
        -type f -newer "$jar" ${last_build:+-newer "$last_build"} 2>/dev/null | head -n 1)" ]
}

needs_build() {
    local service
    is_stale "$POSTGRESQL_JAR" embedded-postgresql && return
    is_stale "$LOADER_JAR" loader && return
    for service in $SERVICES; do
        is_stale "$(jar_of "$service")" "$(module_of "$service")" && return
    done
    return 1
}

build() {
    local modules=embedded-postgresql,loader service pid seconds=0 step
    [ -x "$JAVA_HOME/bin/javac" ] || fail "Building needs a JDK, but $JAVA_HOME is only a runtime (it has no javac)."
    for service in $SERVICES; do modules="$modules,$(module_of "$service")"; done
    touch "$BUILT.started"
    MAVEN_OPTS="-Djava.io.tmpdir=$DATA/tmp -XX:-UsePerfData ${MAVEN_OPTS:-}" "$ROOT/mvnw" -f "$ROOT/pom.xml" -B -ntp \
        -DskipTests -Dspotless.check.skip -pl "$modules" -am package </dev/null >"$LOGS/build.log" 2>&1 &
    pid=$!
    if [ ! -t 1 ]; then say "Building; the first time this takes some minutes (log: .data/logs/build.log)"; fi
    while kill -0 "$pid" 2>/dev/null; do
        step="$(sed -n 's/.*Building UN data cube: \(.*\) [^ ]* *\(\[.*\]\)/\1 \2/p' "$LOGS/build.log" 2>/dev/null | tail -n 1)"
        progress "Building, $seconds s: ${step:-getting the tools} (the first time takes some minutes)"
        sleep 1
        seconds=$((seconds + 1))
    done
    if ! wait "$pid"; then
        end_progress "The build failed after $seconds s:"
        grep -E '^\[(ERROR|FATAL)\]|^Error|^Exception' "$LOGS/build.log" | head -n 15 >&2
        fail "The whole story is in $LOGS/build.log"
    fi
    mv "$BUILT.started" "$BUILT"
    end_progress "Built in $seconds s"
}
