package cn.jiangxue.local.supervisor;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One process to keep running.
 *
 * @param name as people and log files know it
 * @param command program and arguments; no secret among them, for every user of the machine can read them
 * @param environment added to the supervisor's own; secrets travel here
 * @param after the names of those that must be ready before this one starts
 */
record ChildSpec(
        String name, List<String> command, Map<String, String> environment, Readiness readiness, Set<String> after) {
    ChildSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        after = Set.copyOf(after);
    }

    /** The environment holds secrets. */
    @Override
    public String toString() {
        return "ChildSpec[" + name + "]";
    }
}
