# shellcheck shell=bash disable=SC2034
# Shared by the scripts: where things are, quiet runs, package lists. Sourced, not run.
set -euo pipefail
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

build_packages=(g++ cmake ninja-build ccache mold pkg-config git libcmark-gfm-dev libcmark-gfm-extensions-dev
  libyaml-cpp-dev libgit2-dev catch2 libfmt-dev libre2-dev libxxhash-dev libssl-dev libutf8proc-dev libmimalloc-dev libstemmer-dev
  libjpeg62-turbo-dev libpng-dev libwebp-dev libstb-dev libcairo2-dev libpango1.0-dev librsvg2-dev fonts-paratype libzip-dev libpugixml-dev
  nlohmann-json3-dev libcli11-dev libcpp-httplib-dev libsqlite3-dev libsodium-dev libqrencode-dev zlib1g-dev libbrotli-dev nodejs
  python3 poppler-utils)  # script/run serves the site, whose register shows the first page of documents
test_packages=(python3-jinja2 git-lfs libglpk-dev hugo chromium time brotli
  apache2-bin nginx-light caddy default-jre-headless fonts-dejavu-core
  clang-19 clang-format-19 clang-tidy-19 libclang-rt-19-dev)

# quietly TITLE COMMAND…: shows the output only when the command fails.
quietly() {
  local title=$1 log
  shift
  log=$(mktemp)
  if "$@" >"$log" 2>&1; then
    rm -f "$log"
  else
    local code=$?
    echo "== $title failed: $*" >&2
    cat "$log" >&2
    rm -f "$log"
    return $code
  fi
}

cores() { nproc; }

# configure PRESET [FOLDER [OPTION…]]: only when the folder is not configured yet; ninja itself runs cmake again when needed.
configure() {
  local preset=$1 folder=${2:-build/$1}
  [[ -f $folder/build.ninja ]] || quietly "configure $preset" cmake --preset "$preset" -B "$folder" "${@:3}"
}
