# shellcheck shell=bash
# The composition, and the databases that it keeps. Read by backup and restore.

readonly ROOT="$(cd -P "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
# those that refer come before those that are referred to: what is written meanwhile is missed in the former, not in the latter
readonly DATABASES="aggregation contributions registry keycloak"

compose() {
    docker-compose --project-directory "$ROOT" --file "$ROOT/docker-compose.yml" --env-file "${DATACUBE_ENV_FILE:-$ROOT/.env}" "$@"
}
