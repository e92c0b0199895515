# Restores packages. Where the feed lacks packages that Directory.Build.props can do without, says so and goes on without them
# (docs/decisions/short-feed-builds.md). The answer is kept until a project or package file changes.
feed_answer=$artifacts/package-feed

packages_state() {
  (cd "$root" && find . -path ./artifacts -prune -o -path '*/obj' -prune -o -path '*/bin' -prune -o -path ./.dotnet -prune -o \
    \( -name '*.csproj' -o -name 'Directory.*.props' -o -name global.json -o -iname nuget.config \) -type f -print \
    | LC_ALL=C sort | xargs cat "$HOME/.nuget/NuGet/NuGet.Config" 2>/dev/null | sha256sum | cut -d' ' -f1) || true
}

say_short_feed() {
  say "The package feed lacks some packages; building without them (PartyOrgShortFeed=true): all but a live SQL Server works. To look again: rm $(shown "$feed_answer")"
}

# What the feed lacks, one name a line; substitutes for a patch version that is missing count as lacking, too.
lacking() { sed -nE 's/.*(NU1101|NU1102): Unable to find (a stable )?package ([^ .]+(\.[^ .]+)*)[ .].*/\3/p; s/.*NU1603: .* but ([^ ]+) [0-9][^ ]* was not found\..*/~\1/p' "$1" | sort -u; }

# $1: what to restore
restore_packages() {
  local target=$1 state log others
  state=$(packages_state)
  log=$artifacts/restore.log
  if [ "${PartyOrgShortFeed:-}" = true ]; then say_short_feed; restore_or_fail "$target" "$log"; return; fi
  if [ "$(cat "$feed_answer" 2>/dev/null)" = "$state short" ]; then
    export PartyOrgShortFeed=true
    say_short_feed
    restore_or_fail "$target" "$log"
    return
  fi

  dotnet restore "$target" -v q --nologo >"$log" 2>&1 && { printf '%s full' "$state" >"$feed_answer"; return; }
  # Errors of any other kind, and packages that cannot be done without, are for the reader to see.
  others=$(grep -E 'error' "$log" | grep -vE 'error (NU1101|NU1102|NU1603)' || true)
  for package in $(lacking "$log" | grep -v '^~'); do
    grep -qF "<PrunePackageReference Include=\"$package\"" "$root/Directory.Build.props" || others+=" $package"
  done
  if [ -n "$others" ] || [ -z "$(lacking "$log")" ]; then restore_failed "$log"; fi
  export PartyOrgShortFeed=true
  say_short_feed
  restore_or_fail "$target" "$log"
  printf '%s short' "$state" >"$feed_answer"
}

restore_or_fail() { dotnet restore "$1" -v q --nologo >"$2" 2>&1 || restore_failed "$2"; }

restore_failed() {
  grep -E 'error|MSB' "$1" | sort -u | head -n 20 >&2 || cat "$1" >&2
  fail "The packages could not be restored. Is the package feed reachable (dotnet nuget list source)?"
}

# $1: what to build
build() {
  local log=$artifacts/build.log
  dotnet build "$1" -c "$configuration" --no-restore --nologo -v q -clp:ErrorsOnly >"$log" 2>&1 && return
  grep -E 'error' "$log" | sort -u | head -n 40 >&2 || cat "$log" >&2
  fail "The build failed; the whole log is in $(shown "$log")."
}

restore_tools() {
  dotnet tool restore >"$artifacts/tools.log" 2>&1 || { cat "$artifacts/tools.log" >&2; fail "dotnet-ef could not be restored (.config/dotnet-tools.json)."; }
}
