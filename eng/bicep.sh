# shellcheck shell=bash
# Sourced by ./test. The Bicep of infra/ is read by the tests themselves; where its compiler can be had, that judges it too.

readonly bicep_cli=eng/BicepCli.csproj

# Puts bicep on the PATH, unless it is there: from NuGet, for the one kind of machine that the package is for. Says in one line when there is none; its
# test is then skipped.
settle_bicep() {
  ! command -v bicep > /dev/null || return 0
  local root folder
  if [ "$(uname -sm)" = "Linux x86_64" ] &&
    dotnet restore "$bicep_cli" -nodeReuse:false --nologo -tl:off -v quiet > "$1" 2>&1 &&
    root=$(dotnet msbuild "$bicep_cli" -nologo -getProperty:NuGetPackageRoot) &&
    folder=$(find "${root%/}/azure.bicep.commandline.linux-x64" -type f -name bicep -exec dirname {} \; | LC_ALL=C sort | tail -n 1) &&
    [ -x "$folder/bicep" ]; then
    export PATH="$PATH:$folder" DOTNET_BUNDLE_EXTRACT_BASE_DIR="$PWD/.tools/bundle"
  else
    echo "skipped: the test by the compiler of Bicep, since it is neither here nor in the package sources"
  fi
}
