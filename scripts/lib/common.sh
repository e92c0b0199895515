# Shared by everything in scripts/: where the repository is, and how a script speaks.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
configuration=${PARTYORG_CONFIGURATION:-Release}
artifacts=$root/artifacts
mkdir -p "$artifacts"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en

say() { printf '%s\n' "$*" >&2; }
fail() { say "$@"; exit 1; }

# The exit status is 0 when something listens on the port of this host.
listens() { (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null; }

# The status code that a plain HTTP server answers to GET; needs no tool beyond bash.
http_status() {
  local status=''
  { exec 3<>"/dev/tcp/$1/$2"; } 2>/dev/null || return 1
  printf 'GET %s HTTP/1.0\r\nHost: %s\r\n\r\n' "$3" "$1" >&3
  read -r -t 5 _ status _ <&3 || true
  exec 3>&-
  printf '%s' "$status"
}

free_port() {
  local port
  while :; do
    port=$((20000 + RANDOM % 20000))
    listens 127.0.0.1 "$port" || { printf '%s' "$port"; return; }
  done
}

shown() { case $1 in "$root"/*) printf '%s' "${1#"$root"/}" ;; *) printf '%s' "$1" ;; esac; }
