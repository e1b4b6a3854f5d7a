# Sourced by ./run: what makes a start quick. The JDK keeps what it learned of our classes at a rehearsal (its AOT cache)
# and begins each later start with it. That needs the libraries unpacked, so both lie beside the jar: made anew with it,
# gone with `mvn clean`. Never in the way: where it cannot be made or does not fit, the jar starts as it is (ADR 39).

java_flags=(-XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED)
# A heap this small is collected quickly by one thread, which holds a quarter less memory than G1 (./bench start). Only
# where nobody gives the JDK flags of their own: these would overrule them, and two collectors would end the start.
memory=(-Xmx1g -XX:+UseSerialGC)
made="$root/server/target/start"

cache_key() { # for which it is good: this jar at this place, this JDK, these flags
  printf '%s\n' "$root" "$(wc -c <"$jar")" "$JAVA_HOME" "$(cat "$JAVA_HOME/release")" "${java_flags[*]} ${memory[*]}"
}

# Sets cache to the folder where what was learned of this very jar lies: without the file where the rehearsal failed, so
# that not each start tries again. The JDK knows the jar by its place, so nothing is moved once it is there.
find_cache() {
  [ "$made" -nt "$jar" ] && [ "$(tail -n +2 "$made")" = "$(cache_key)" ] || return 1
  cache="$made-$(head -n 1 "$made")"
}

# Into the unpacked jar, which of its classes are components: no quick start opens them all to see.
list_components() { # the command for a Java that touches nothing
  [ -x "$JAVA_HOME/bin/jar" ] || return 0
  mkdir META-INF && "$@" -cp server.jar feiyan.Components >META-INF/spring.components &&
    "$JAVA_HOME/bin/jar" --update --file server.jar META-INF/spring.components && rm -r META-INF
}

# A county that is thrown away, on a database of its own: nothing that is set for this machine's server may reach it,
# neither by the environment nor by a file in the folder from which ./run was called.
rehearse() { # folder
  local quietly=(env -i "PATH=$PATH" "HOME=${HOME:-/}" "TMPDIR=${TMPDIR:-/tmp}" "$JAVA_HOME/bin/java")
  local as_served=("${quietly[@]}" "${java_flags[@]}" "${memory[@]}")
  cd "$1" &&
    "${quietly[@]}" -Djarmode=tools -jar "$jar" extract --force --destination . --application-filename server.jar &&
    list_components "${quietly[@]}" &&
    "${as_served[@]}" -XX:AOTMode=record -XX:AOTConfiguration=learned -jar "$1/server.jar" \
      --feiyan.rehearsal=true --feiyan.data=data --server.port=0 &&
    # By G1, whose way of keeping objects each collector can read.
    "${quietly[@]}" "${java_flags[@]}" -Xmx1g -XX:+UseG1GC -XX:AOTMode=create -XX:AOTConfiguration=learned \
      -XX:AOTCache=feiyan.aot -cp "$1/server.jar" &&
    # Where it serves for nothing else, it would end a start: no cache is better.
    "${as_served[@]}" -XX:AOTMode=on -XX:AOTCache=feiyan.aot -cp "$1/server.jar" -version
}

make_cache() {
  local folder old
  folder=$(mktemp -d "$made-XXXXXX" 2>/dev/null) || return 0
  echo "正在准备快速启动(只此一次,约一分钟)…  |  Preparing quick starts (this once, about a minute)…" >&2
  trap 'exit 130' INT TERM
  trap 'rm -rf "$folder"' EXIT
  (rehearse "$folder") >"$folder/log" 2>&1 </dev/null || rm -rf "$folder"/{feiyan.aot,server.jar,lib}
  rm -rf "$folder"/{data,learned}
  [ ! -f "$folder/feiyan.aot" ] || wc -c <"$folder/feiyan.aot" >"$folder/size"
  { echo "${folder#"$made-"}" && cache_key; } >"$folder/made"
  mv "$folder/made" "$made"
  trap - EXIT INT TERM
  # What still runs from one of these has its files open.
  for old in "$made"-??????; do [ "$old" = "$folder" ] || rm -rf "$old"; done
}

is_as_made() { # neither gone nor written to since: a JDK that finds its cache damaged may end over it
  [ -f "$cache/feiyan.aot" ] && [ ! "$cache/feiyan.aot" -nt "$made" ] &&
    [ "$(wc -c <"$cache/feiyan.aot")" = "$(cat "$cache/size")" ]
}

# Sets java_command: quick where it can be, and where nobody gives the JDK flags of their own, which may not go with it.
# What the JDK has to say of a cache it cannot use is not for the console.
choose_command() {
  java_command=("$JAVA_HOME/bin/java" "${java_flags[@]}" -jar "$jar")
  [ -z "${JAVA_TOOL_OPTIONS:-}${JDK_JAVA_OPTIONS:-}" ] || return 0
  java_command=("$JAVA_HOME/bin/java" "${java_flags[@]}" "${memory[@]}" -jar "$jar")
  [ "$plain" = no ] || return 0
  find_cache || make_cache
  if find_cache && is_as_made; then
    java_command=("$JAVA_HOME/bin/java" "${java_flags[@]}" "${memory[@]}" '-Xlog:aot*=off' '-Xlog:cds*=off'
      -XX:AOTCache="$cache/feiyan.aot" -jar "$cache/server.jar")
  fi
}
