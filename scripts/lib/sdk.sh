# Finds the .NET SDK that global.json names; where there is none, installs it into .dotnet/ with the vendor's script.
installer=https://dot.net/v1/dotnet-install.sh

sdk_answers() { (cd "$root" && DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 "$1" --version) >/dev/null 2>&1; }

use_local_sdk() {
  export DOTNET_ROOT=$root/.dotnet PATH=$root/.dotnet:$PATH DOTNET_MULTILEVEL_LOOKUP=0
  # A machine that never had .NET often lacks ICU too, and nothing here needs it.
  export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1
}

ensure_sdk() {
  local wanted found script
  sdk_answers dotnet && return
  if sdk_answers "$root/.dotnet/dotnet"; then use_local_sdk; return; fi

  wanted=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$root/global.json")
  found=$({ cd / && dotnet --list-sdks; } 2>/dev/null | cut -d' ' -f1 | paste -sd' ') || true
  say "This needs the .NET SDK $wanted (global.json); found: ${found:-none}. Installing it into .dotnet/ …"
  script=$(mktemp)
  if { curl -fsSL --max-time 60 -o "$script" "$installer" || wget -q -T 60 -O "$script" "$installer"; } 2>/dev/null \
    && bash "$script" --version "$wanted" --install-dir "$root/.dotnet" --no-path >&2 && sdk_answers "$root/.dotnet/dotnet"; then
    rm -f "$script"
    use_local_sdk
    return
  fi
  rm -f "$script"
  fail "The SDK could not be installed from here. Where the network allows it, run

  curl -fsSL $installer | bash -s -- --version $wanted --install-dir '$root/.dotnet'

or install the .NET SDK $wanted in any other way, and start this script again."
}
