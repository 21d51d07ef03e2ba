# shellcheck shell=bash
# The parts of the suite: where they are, which process they are, whether they answer. Read by ../datacube.

port_variable() {
    case "$1" in
        gateway) say DATACUBE_PORT ;;
        *) say "DATACUBE_$(printf '%s' "$1" | tr '[:lower:]' '[:upper:]')_PORT" ;;
    esac
}

# A part that runs keeps the port that it was started with, whatever the environment says meanwhile.
port_of() {
    if [ -f "$RUN/$1.port" ]; then
        cat "$RUN/$1.port"
        return
    fi
    case "$1" in
        gateway) say "${DATACUBE_PORT:-8080}" ;;
        registry) say "${DATACUBE_REGISTRY_PORT:-8081}" ;;
        contributions) say "${DATACUBE_CONTRIBUTIONS_PORT:-8082}" ;;
        aggregation) say "${DATACUBE_AGGREGATION_PORT:-8083}" ;;
        postgresql) say "${DATACUBE_POSTGRESQL_PORT:-8089}" ;;
    esac
}

# Only the gateway is meant to be met from elsewhere.
host_of() { if [ "$1" = gateway ]; then say "$HOST"; else say 127.0.0.1; fi; }

# Where to reach it from here.
reachable_host_of() {
    case "$(host_of "$1")" in
        0.0.0.0 | :: | '[::]') say 127.0.0.1 ;;
        *) host_of "$1" ;;
    esac
}

url_of() { say "http://$(reachable_host_of "$1"):$(port_of "$1")"; }

module_of() { if [ "$1" = gateway ]; then say gateway; else say "services/$1"; fi; }

jar_of() { say "$ROOT/$(module_of "$1")/target/quarkus-app/quarkus-run.jar"; }

heap_of() {
    case "$1" in
        gateway) say 192m ;;
        # bounded whatever the size of what is submitted: it flows through
        registry | contributions) say 256m ;;
        # two fifths of it for what is kept added up
        *) say "${DATACUBE_AGGREGATION_HEAP:-1g}" ;;
    esac
}

log_of() {
    case "$1" in
        postgresql) say "$DATA/postgresql/postgresql.log" ;;
        *) say "$LOGS/$1.log" ;;
    esac
}

command_line() {
    if [ -r "/proc/$1/cmdline" ]; then
        tr '\0' ' ' <"/proc/$1/cmdline"
    else
        ps -ww -o command= -p "$1" 2>/dev/null
    fi
}

# By this a process is known as ours: a pid alone may be a stranger's after a crash.
mark_of() { say "-Ddatacube.part=$1@$ROOT"; }

# Prints the pid of a service that runs.
pid_of() {
    local pid
    if [ "$1" = postgresql ]; then
        pid="$(head -n 1 "$DATA/postgresql/cluster/postmaster.pid" 2>/dev/null)" || return 1
        case "$(command_line "$pid")" in *postgres*) say "$pid" ;; *) return 1 ;; esac
    else
        pid="$(cat "$RUN/$1.pid" 2>/dev/null)" || return 1
        case "$(command_line "$pid") " in *" $(mark_of "$1") "*) say "$pid" ;; *) return 1 ;; esac
    fi
}

is_running() { pid_of "$1" >/dev/null; }

# Prints the body of a GET; fails where the status is not 200.
http_get() {
    local host="$1" port="$2" path="$3" status='' line
    exec 3<>"/dev/tcp/$host/$port" || return 1
    printf 'GET %s HTTP/1.0\r\nHost: %s:%s\r\nAccept: application/json\r\n\r\n' "$path" "$host" "$port" >&3
    IFS= read -r -t 10 status <&3
    while IFS= read -r -t 10 line <&3 && [ "$line" != $'\r' ]; do :; done
    case "$status" in *' 200 '*) cat <&3 ;; esac
    exec 3>&-
    case "$status" in *' 200 '*) return 0 ;; *) return 1 ;; esac
}

ask_service() { (http_get "$(reachable_host_of "$1")" "$(port_of "$1")" "$2") 2>/dev/null; }

is_ready() { ask_service "$1" /q/health/ready >/dev/null; }

is_port_taken() { (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null; }
