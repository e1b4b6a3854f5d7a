#!/usr/bin/env bash
# Takes the pictures of the README anew: plays the demo's story in the browser and keeps what it saw on its way.
set -euo pipefail
cd "$(dirname "$0")/.."
. scripts/find-jdk.sh
find_jdk
need_maven
mvn -B -q -pl server test -Dtest=StoryBrowserTest
cp server/target/screenshots/readme/*.png docs/screenshots/
find docs/screenshots -name '*.png' -size +200k -exec echo "too large for the README:" {} +
