# Sourced by backup and restore, which say which of the two in $command, and what --help says.
case "${1:-}" in --help | -h) sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"; exit 0 ;; esac
. "$(dirname "$0")/infra/command.sh"
start_command infra/local/backup local-backup cn.jiangxue.local.backup.BackupMain "$command" "$@"
