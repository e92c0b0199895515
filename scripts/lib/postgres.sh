# A PostgreSQL server of its own for one run of the tests: in a temporary directory, reachable through a socket in it and not by network.
postgres_bin() {
  local candidate
  for candidate in "${PARTYORG_POSTGRES_BIN:-}" $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV) "$(pg_config --bindir 2>/dev/null)"; do
    [ -n "$candidate" ] && [ -x "$candidate/initdb" ] && [ -x "$candidate/postgres" ] && { printf '%s' "$candidate"; return; }
  done
  return 1
}

# PostgreSQL refuses to run as root.
as_postgres() {
  if [ "$(id -u)" != 0 ]; then "$@"
  elif id postgres >/dev/null 2>&1; then runuser -u postgres -- "$@"
  else runuser -u nobody -- "$@"; fi
}

# Durability stays as the product needs it: fsync, synchronous_commit and full_page_writes are not touched. The settings only keep
# checkpoints and replication out of the way. The locale is deliberately not C: an order that the product forgot to state shows.
start_postgres() {
  local bin=$1
  postgres_home=$(mktemp -d /tmp/partyorg-pg.XXXXXX)
  postgres_ctl=$bin/pg_ctl
  if [ "$(id -u)" = 0 ]; then
    if id postgres >/dev/null 2>&1; then chown postgres "$postgres_home"; else chown nobody "$postgres_home"; fi
  fi
  trap stop_postgres EXIT
  (cd "$postgres_home" && {
    as_postgres "$bin/initdb" -D data -U partyorg -A trust -E UTF8 --locale=C.UTF-8 --locale-provider=icu --icu-locale=zh-CN --no-instructions ||
      as_postgres "$bin/initdb" -D data -U partyorg -A trust -E UTF8 --locale=C.UTF-8 --no-instructions
    as_postgres "$bin/pg_ctl" -D data -l "$postgres_home/server.log" -w -t 60 start -o "-c listen_addresses='' -k '$postgres_home' -c max_connections=300 \
      -c shared_buffers=256MB -c max_wal_size=4GB -c checkpoint_timeout=30min -c wal_level=minimal -c max_wal_senders=0 -c jit=off -c max_prepared_transactions=10"
  }) >"$artifacts/postgres.log" 2>&1 </dev/null || { cat "$artifacts/postgres.log" "$postgres_home/server.log" >&2 2>/dev/null || true; fail "PostgreSQL did not start."; }
  export PARTYORG_TEST_POSTGRES="Host=$postgres_home;Username=partyorg;Database=postgres"
}

stop_postgres() {
  [ -n "${postgres_home:-}" ] || return 0
  (cd / && as_postgres "$postgres_ctl" -D "$postgres_home/data" -m immediate stop) >/dev/null 2>&1 || true
  rm -rf "$postgres_home"
  postgres_home=
}
