# shellcheck shell=bash
# Sourced by ./test. Some package sources are partial copies of the public gallery: this finds out what they lack, makes what can be
# made, and settles what is built.

readonly functions=PerfectviewFunctions.Functions
readonly tables=Azure.Data.Tables

# Sets solution, and left_out to the test project that is not in it; writes to the log file it is given. Not 0, with the errors printed,
# when packages can't be had for any other reason than that the sources lack them.
# shellcheck disable=SC2034 # ./test uses what is set
settle_packages() {
  local log=$1 lacks
  solution=PerfectviewFunctions.sln left_out=
  restore "$log" && return
  lacks=$(lacking "$log")
  if has "$lacks" "$tables" && ! has "$lacks" other; then
    eng/repack-azure-data-tables.sh || return
    restore "$log" && return
    lacks=$(lacking "$log")
  fi

  if has "$lacks" other || has "$lacks" "$tables"; then
    echo "The packages can't be restored:"
    awk '!shown[$0]++' "$log"
    return 1
  fi
  solution=eng/PerfectviewFunctions.WithoutFunctions.slnf left_out=$functions.Tests
  echo "left out: src/$functions and tests/$left_out, since the package sources here lack $(some "$lacks")"
}

# The one project that needs, directly or through others, every package that a source may lack: its restore shows them all in seconds.
# Nothing is remembered, so a source that is added counts at once.
restore() {
  dotnet restore "src/$functions/$functions.csproj" -nodeReuse:false --nologo -tl:off -v quiet -clp:ErrorsOnly > "$1" 2>&1
}

# What a failed restore says: the ids, one a line, of those packages that we know a source may lack and that no source has in the version
# asked for (NU1603: only in a higher one); "other" for any other error, such as no network, another package or a faulty project.
# Below NU1102 and NU1103 stand what each source has, one a line, under the same code.
lacking() {
  local found
  found=$(sed -n \
    -e '/: error NU110[23]:  *- /d' \
    -e 's/.*: error NU110[123]: Unable to find a stable package \([^ ]*\) .*/\1/p' -e t \
    -e 's/.*: error NU110[123]: Unable to find package \([^ ]*\) .*/\1/p' -e t \
    -e 's/.*: error NU1603: .* but \([^ ]*\) [^ ]* was not found\..*/\1/p' -e t \
    -e 's/.*: error .*/other/p' "$1" |
    sed -e 's/\.$//' -e "/^$tables\$/b" -e '/^Microsoft\.Azure\.Functions\./b' -e 's/.*/other/' | LC_ALL=C sort -u)
  echo "${found:-other}"
}

# Whether a list of lines has this one.
has() {
  printf '%s\n' "$1" | grep -qxF -e "$2"
}

# The first of a list of lines and how many more there are.
some() {
  local more
  more=$(($(printf '%s\n' "$1" | wc -l) - 1))
  printf '%s\n' "$1" | head -n 1 | tr -d '\n'
  [ "$more" -eq 0 ] || printf ' (and %d more)' "$more"
}
