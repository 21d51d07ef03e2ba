#!/usr/bin/env bash
# Runs on the first start of the PostgreSQL container: a database and a role for each service, so that none can read what
# another keeps. Run again, it makes those that are missing.
set -eu

create_database() {
    if psql --no-psqlrc --tuples-only --no-align --username "${POSTGRES_USER:-postgres}" --dbname postgres \
        --command "select 1 from pg_database where datname = '$1'" | grep -q 1; then
        return
    fi
    # the password comes by a variable of psql, which quotes it; an argument would show in the list of processes
    SERVICE_PASSWORD="$2" psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --set=name="$1" \
        --username "${POSTGRES_USER:-postgres}" --dbname postgres <<'SQL'
\set password `printf %s "$SERVICE_PASSWORD"`
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
}

create_database registry "${REGISTRY_DATABASE_PASSWORD:?}"
create_database contributions "${CONTRIBUTIONS_DATABASE_PASSWORD:?}"
create_database aggregation "${AGGREGATION_DATABASE_PASSWORD:?}"
create_database keycloak "${KEYCLOAK_DATABASE_PASSWORD:?}"
