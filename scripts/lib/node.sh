# The JavaScript tools of tests/contract: with them the tests check the document and run a generated client.
# Where Node.js, npm or the registry is missing, those tests are skipped with the reason, or fail where they are required.
node_tools() {
  local folder=$root/tests/contract
  command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 || { say "Node.js and npm are not installed (Debian: apt-get install nodejs npm): tests that need them are skipped."; return 0; }
  [ "$folder/node_modules/.package-lock.json" -nt "$folder/package-lock.json" ] && return 0
  (cd "$folder" && npm ci --no-fund --no-audit) >"$artifacts/npm.log" 2>&1 && touch "$folder/node_modules/.package-lock.json" && return 0
  say "The JavaScript tools of tests/contract could not be installed (see $(shown "$artifacts/npm.log")): tests that need them are skipped."
}

# Node.js as the tools ask for it: @redocly/cli wants 20.19 (the "engines" in package-lock.json).
node_is_new_enough() { node -e 'const [major, minor] = process.versions.node.split(".").map(Number); process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1)'; }

# Debian 12 has Node.js 18. npm has newer ones as packages; one is put in front of the path, and nothing of the machine is changed. The tools
# themselves are installed before: Debian's npm runs on Debian's Node.js alone, because no other looks into the folder of its modules.
newer_node() {
  local package folder=$artifacts/node
  command -v node >/dev/null 2>&1 && command -v npm >/dev/null 2>&1 && ! node_is_new_enough || return 0
  node_tools
  package=node-linux-$(node -p process.arch)
  [ -x "$folder/node_modules/$package/bin/node" ] || npm install --prefix "$folder" --no-save --no-fund --no-audit "$package@22" >"$artifacts/node.log" 2>&1 ||
    { say "Node.js is too old ($(node --version)) and a newer one could not be installed (see $(shown "$artifacts/node.log"))."; return 0; }
  export PATH=$folder/node_modules/$package/bin:$PATH
}
