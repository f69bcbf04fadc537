#!/usr/bin/env bash
# Mutation testing: changes the product in small ways and looks whether a test notices. Not part of ./test: it takes many minutes.
# Usage: eng/mutation.sh core|eboekhouden|perfectview [globs of files to mutate, by default those of eng/mutation/*.json]
# PVF_MUTATION_TESTS narrows down the tests that may find a mutant out (as dotnet test --filter does): fewer are quicker, and tell what these hold.
set -euo pipefail
root="$(cd "$(dirname "$0")/.." && pwd)"
case "${1:-}" in
    core) project=Core ;;
    eboekhouden) project=EBoekhouden ;;
    perfectview) project=Perfectview ;;
    *) echo "usage: eng/mutation.sh core|eboekhouden|perfectview [glob ...]" >&2; exit 2 ;;
esac
name="$1"
shift
arguments=()
for glob in "$@"; do
    arguments+=(--mutate "$glob")
done
if [ -n "${PVF_MUTATION_TESTS:-}" ]; then
    arguments+=(--test-case-filter "$PVF_MUTATION_TESTS")
fi

cd "$root/tests/PerfectviewFunctions.$project.Tests"
dotnet tool restore

# A mutant needs few simulations to be found out, and its failing run no shrinking; and
# what is mutated has been analysed before.
export PVF_SIMULATIONS="${PVF_SIMULATIONS:-12}" PVF_SHRINK=0 RunAnalyzers=false
dotnet stryker --config-file "$root/eng/mutation/$name.json" --output "$root/.mutation/$name" --skip-version-check ${arguments[@]+"${arguments[@]}"}
echo "Report: $root/.mutation/$name/reports/mutation-report.html"
