# shellcheck shell=bash
# Sourced by ./test. Pages are tested in Chromium: on Debian it is installed if it is not here.

# Says in one line when there is no browser; its tests are then skipped.
settle_browser() {
  has_browser || { apt_install chromium fonts-liberation && has_browser; } ||
    echo "skipped: the tests in a browser, since neither Chromium nor Chrome is here and Debian's can't be installed"
}

# The names that tests/PerfectviewFunctions.Pages.Tests/Browser/Chromium.cs looks for.
has_browser() {
  local browser
  for browser in chromium chromium-browser google-chrome google-chrome-stable; do
    ! command -v "$browser" > /dev/null || return 0
  done
  return 1
}
