# Sourced by audit, backup and restore: starts what stands in the jars of one module, and builds them when they are missing.
#
#   start_command MODULE ARTIFACT MAIN ARGUMENT...     MODULE is a folder of the tree; libraries stand in its target/lib
tree=$(cd "$(dirname "$0")" && pwd)
. "$tree/infra/jdk.sh"
start_command() {
  local module=$1 artifact=$2 main=$3 jars=$tree/$1/target
  shift 3
  if ! ls "$jars/$artifact"-*.jar >/dev/null 2>&1; then
    (cd "$tree" && mvn -B -ntp -q -Dmaven.test.skip=true -pl "$module" -am package) >&2
  fi
  exec "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Djiangxue.tree="$tree" -Djiangxue.caller="$PWD" \
    -cp "$(ls "$jars/$artifact"-*.jar):$jars/lib/*" "$main" "$@"
}
