# Sourced by run, test and bench: leaves JAVA_HOME at a JDK 25 or newer, or ends with what to do.
jdk_is_new_enough() {
  [ -x "$1/bin/javac" ] || return 1
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ "${version:-0}" -ge 25 ]
}
if ! jdk_is_new_enough "${JAVA_HOME:-/nowhere}"; then
  for candidate in /usr/lib/jvm/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/*; do
    if jdk_is_new_enough "$candidate"; then
      JAVA_HOME=$candidate
      break
    fi
  done
fi
if ! jdk_is_new_enough "${JAVA_HOME:-/nowhere}"; then
  echo "A JDK 25 or newer is needed and none was found. Install one and set JAVA_HOME to it." >&2
  exit 1
fi
export JAVA_HOME
