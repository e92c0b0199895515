# The JavaScript tools of tests/contract: with them the tests check the document and run a generated client.
# Where Node.js, npm or the registry is missing, those tests are skipped with the reason, or fail where they are required.
node_tools() {
  local folder=$root/tests/contract
  command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 || { say "Node.js and npm are not installed (Debian: apt-get install nodejs npm): tests that need them are skipped."; return 0; }
  [ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ] && return 0
  (cd "$folder" && npm ci --no-fund --no-audit) >"$artifacts/npm.log" 2>&1 && touch "$folder/node_modules/.package-lock.json" && return 0
  say "The JavaScript tools of tests/contract could not be installed (see $(shown "$artifacts/npm.log")): tests that need them are skipped."
}
