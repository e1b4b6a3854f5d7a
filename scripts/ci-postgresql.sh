# Sourced by ./ci: Debian's PostgreSQL 15 on a port and in a folder of its own, for the tests of an external database.
postgresql_15=/usr/lib/postgresql/15/bin
external_folder=""

as_nobody_special() { # PostgreSQL refuses to work as root
  if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

start_postgresql_15() {
  local port password
  external_folder=$(as_nobody_special mktemp -d /tmp/feiyan-postgresql-15.XXXXXX)
  port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
  password=$(head -c 16 /dev/urandom | od -An -tx1 | tr -d ' \n')
  printf %s "$password" | as_nobody_special tee "$external_folder/password" >/dev/null
  as_nobody_special "$postgresql_15/initdb" -D "$external_folder/data" -U feiyan --pwfile="$external_folder/password" -A scram-sha-256 -E UTF8 --locale=C.UTF-8
  as_nobody_special "$postgresql_15/pg_ctl" start -D "$external_folder/data" -w -t 60 -l "$external_folder/log" \
    -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories="
  export FEIYAN_TEST_EXTERNAL_URL="jdbc:postgresql://127.0.0.1:$port/postgres"
  export FEIYAN_TEST_EXTERNAL_USERNAME=feiyan FEIYAN_TEST_EXTERNAL_PASSWORD="$password"
}

stop_postgresql_15() {
  [ -n "$external_folder" ] || return 0
  as_nobody_special "$postgresql_15/pg_ctl" stop -D "$external_folder/data" -m fast -w >/dev/null || true
  rm -rf "$external_folder"
}
