# shellcheck shell=bash
# Backups of what cannot be made again, and the way back. Read by ../datacube.

# Relative to $DATA. The cubes are rebuilt from the change feed; the secrets are kept elsewhere, not with what they lock.
readonly KEPT="postgresql/cluster postgresql/passwords sample-loaded"

backup() {
    local file="${1:-}" part kept=''
    if [ -z "$file" ]; then fail "Where to? ./datacube backup FILE.tar.gz"; fi
    if [ -e "$file" ]; then fail "$file is there already."; fi
    if [ ! -d "$DATA/postgresql/cluster" ]; then fail "There is nothing to back up in $DATA."; fi
    for part in $KEPT; do if [ -e "$DATA/$part" ]; then kept="$kept $part"; fi; done
    if is_running postgresql; then
        # only so are the files of one moment; questions are answered meanwhile, and who writes is told to try again
        export DATACUBE_POSTGRESQL_PORT="$(port_of postgresql)"
        postgresql stop || fail "PostgreSQL did not stop; see $(log_of postgresql)"
        trap start_postgresql EXIT
    fi
    # shellcheck disable=SC2086
    if ! (umask 077 && tar -C "$DATA" -czf "$file.unfinished" $kept) || ! mv "$file.unfinished" "$file"; then
        rm -f "$file.unfinished"
        fail "Cannot write $file."
    fi
    say "$file: $(du -h "$file" | cut -f 1 | tr -d ' '). Keep $SIGNING_SECRET and $KEY_FILE in another place."
}

restore() {
    local file="${1:-}" reply='' unpacked="$DATA/restoring"
    if [ ! -f "$file" ]; then fail "From what? ./datacube restore FILE.tar.gz [--yes]"; fi
    if [ "${2:-}" != --yes ]; then
        if [ ! -t 0 ]; then fail "This puts $file in place of all data in $DATA. Say --yes if that is meant."; fi
        printf 'Put %s in place of all data in %s? Type yes: ' "$file" "$DATA"
        read -r reply
        if [ "$reply" != yes ]; then fail "Nothing was restored."; fi
    fi
    rm -rf "$unpacked"
    # all of it, before anything that is there goes
    if ! mkdir -p "$unpacked" || ! tar -C "$unpacked" -xzpf "$file" || [ ! -f "$unpacked/postgresql/cluster/PG_VERSION" ]; then
        rm -rf "$unpacked"
        fail "$file is not a whole backup; nothing was restored."
    fi
    down
    # the cubes, too: they and the files made from them may be of editions that the backup does not have
    rm -rf "$DATA/postgresql/cluster" "$DATA/postgresql/passwords" "$DATA/aggregation" "$SAMPLE_LOADED"
    mkdir -p "$DATA/postgresql"
    mv "$unpacked/postgresql/cluster" "$unpacked/postgresql/passwords" "$DATA/postgresql/" || fail "Cannot write to $DATA."
    if [ -f "$unpacked/sample-loaded" ]; then mv "$unpacked/sample-loaded" "$SAMPLE_LOADED"; fi
    rm -rf "$unpacked"
    say "Restored. Start it with ./datacube up"
}
