# Sourced by backup and restore, which say which of the two in $command: builds what they run when it is missing, and runs it.
case "${1:-}" in --help | -h) sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"; exit 0 ;; esac
tree=$(cd "$(dirname "$0")" && pwd)
. "$tree/infra/jdk.sh"
jars=$tree/infra/local/backup/target
if ! ls "$jars"/local-backup-*.jar >/dev/null 2>&1; then
  (cd "$tree" && mvn -B -ntp -q -Dmaven.test.skip=true -pl infra/local/backup -am package) >&2
fi
exec "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Djiangxue.tree="$tree" -Djiangxue.caller="$PWD" \
  -cp "$(ls "$jars"/local-backup-*.jar):$jars/lib/*" cn.jiangxue.local.backup.BackupMain "$command" "$@"
