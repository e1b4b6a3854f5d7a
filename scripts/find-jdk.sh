# Sourced by ./run and ./ci: sets JAVA_HOME to a JDK of at least 25, or says what to install and ends.
JDK_NEEDED=25

jdk_version() { # folder → 25, or nothing where there is no JDK
  [ -x "$1/bin/javac" ] && "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
}

find_jdk() {
  local candidate version seen=""
  for candidate in "${JAVA_HOME:-}" ${FEIYAN_JDKS-/usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home}; do
    [ -n "$candidate" ] || continue
    version=$(jdk_version "$candidate") || continue
    if [ "${version:-0}" -ge "$JDK_NEEDED" ]; then
      export JAVA_HOME="$candidate"
      return
    fi
    seen="${version:+JDK $version}"
  done
  echo "需要 JDK $JDK_NEEDED 或更新版本,当前为 ${seen:-无}:请安装(见 https://adoptium.net)或设置 JAVA_HOME  |  JDK $JDK_NEEDED or newer is needed and there is ${seen:-none}: install one (https://adoptium.net) or set JAVA_HOME" >&2
  exit 2
}

need_maven() {
  command -v mvn >/dev/null && return
  echo "需要 Maven 来构建:请安装(如 apt install maven 或 brew install maven)  |  Maven is needed to build: install it (apt install maven, brew install maven)" >&2
  exit 2
}
