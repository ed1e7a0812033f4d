package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What this store accepts, command by command. All else is refused by name rather than ignored: a program that works here
 * must mean the same on a MongoDB server.
 */
final class Options {

    /** Sent by every driver or without effect on the outcome on a single node. */
    private static final Set<String> COMMON = Set.of(
            "$db", "lsid", "$clusterTime", "$readPreference", "readConcern", "writeConcern", "comment", "maxTimeMS");

    private static final Set<String> READ_LEVELS = Set.of("local", "available", "majority");

    private static final Map<String, Set<String>> COMMANDS = new HashMap<>();

    static {
        accept("find", "filter sort projection skip limit batchSize singleBatch allowDiskUse");
        accept("getmore", "collection batchSize");
        accept("insert", "documents ordered bypassDocumentValidation");
        accept("update", "updates ordered bypassDocumentValidation");
        accept("delete", "deletes ordered");
        accept("findandmodify", "query update remove new upsert sort fields arrayFilters bypassDocumentValidation");
        accept("aggregate", "pipeline cursor allowDiskUse bypassDocumentValidation");
        accept("count", "query limit skip");
        accept("distinct", "key query");
        accept("create", "");
        accept("createindexes", "indexes commitQuorum");
        accept("dropindexes", "index");
        accept("listindexes", "cursor");
        accept("listcollections", "filter nameOnly authorizedCollections cursor");
        accept("explain", "verbosity");
    }

    private static final Set<String> UPDATE = words("q u multi upsert arrayFilters");
    private static final Set<String> DELETE = words("q limit");
    private static final Set<String> INDEX = words("key name unique sparse expireAfterSeconds background v ns");
    private static final Set<String> STAGES = words("$match $group $sort $limit $skip $project $unwind $lookup $facet"
            + " $bucket $addFields $replaceRoot $count $sortByCount $sample $unset $redact");
    private static final Set<String> NOT_OFFERED =
            Set.of("renamecollection", "collmod", "converttocapped", "mapreduce");

    private Options() {}

    private static void accept(String command, String options) {
        COMMANDS.put(command, words(options));
    }

    private static Set<String> words(String list) {
        return new HashSet<>(Arrays.asList(list.split(" ")));
    }

    /**
     * Refuses what this store would not honour.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError naming the option
     */
    static void check(String name, Document command) {
        String known = name.toLowerCase(Locale.ROOT);
        if (command.containsKey("startTransaction")
                || command.containsKey("txnNumber")
                || known.equals("committransaction")
                || known.equals("aborttransaction")) {
            throw Refused.transaction();
        }
        if (NOT_OFFERED.contains(known)) {
            throw Refused.command("the embedded store has no '" + name + "'");
        }
        Set<String> accepted = COMMANDS.get(known);
        if (accepted != null) {
            checkNames(name, command, name, accepted);
            checkConcerns(name, command);
            checkDetails(known, command);
        }
    }

    /** An option that says no asks for nothing, so it is let through. */
    private static void checkNames(String where, Document options, @Nullable String first, Set<String> accepted) {
        for (String option : options.keySet()) {
            if (Boolean.FALSE.equals(options.get(option))) {
                continue;
            }
            boolean common = first != null && (option.equals(first) || COMMON.contains(option));
            if (!common && !accepted.contains(option)) {
                throw Refused.option(where, option);
            }
        }
    }

    private static void checkConcerns(String name, Document command) {
        if (command.get("readConcern") instanceof Document read) {
            Object level = read.getOrDefault("level", "local");
            if (!READ_LEVELS.contains(String.valueOf(level)) || read.containsKey("atClusterTime")) {
                throw Refused.option(name, "readConcern " + read);
            }
        }
        if (command.get("writeConcern") instanceof Document write) {
            Object w = write.getOrDefault("w", 1);
            if (!"majority".equals(w) && !(w instanceof Number n && n.intValue() <= 1)) {
                throw Refused.option(name, "writeConcern " + write);
            }
        }
    }

    /** Whether a read must not show what a loss of power could still take back. */
    static boolean wantsDurable(Document command) {
        return command.get("readConcern") instanceof Document read && "majority".equals(read.get("level"));
    }

    private static void checkDetails(String name, Document command) {
        switch (name) {
            case "find" -> {
                FilterOptions.checkFilter(name, command.get("filter"));
                checkSort(name, command.get("sort"));
                FilterOptions.checkProjection(name, command.get("projection"));
            }
            case "findandmodify" -> {
                FilterOptions.checkFilter(name, command.get("query"));
                checkSort(name, command.get("sort"));
                FilterOptions.checkProjection(name, command.get("fields"));
                if (Slices.only(Fields.document(command, "fields"))) {
                    throw Refused.option(name, "a projection of slices alone");
                }
                checkUpdate(name, command.get("update"));
            }
            case "update" ->
                Fields.documents(command.get("updates")).forEach(statement -> {
                    checkNames("update", statement, null, UPDATE);
                    FilterOptions.checkFilter(name, statement.get("q"));
                    checkUpdate(name, statement.get("u"));
                });
            case "delete" ->
                Fields.documents(command.get("deletes")).forEach(statement -> {
                    checkNames("delete", statement, null, DELETE);
                    FilterOptions.checkFilter(name, statement.get("q"));
                });
            case "count", "distinct" -> FilterOptions.checkFilter(name, command.get("query"));
            case "aggregate" -> checkAggregate(command);
            case "createindexes" -> Fields.documents(command.get("indexes")).forEach(Options::checkIndex);
            case "explain" -> checkExplain(command);
            default -> {
                // nothing beyond the names
            }
        }
    }

    private static void checkExplain(Document command) {
        if (!(command.get("explain") instanceof Document inner) || inner.isEmpty()) {
            throw Refused.value("explain needs a command");
        }
        String name = inner.keySet().iterator().next();
        if (!Set.of("find", "aggregate", "count", "distinct", "update", "delete", "findandmodify")
                .contains(name.toLowerCase(Locale.ROOT))) {
            throw Refused.command("the embedded store cannot explain '" + name + "'");
        }
        check(name, inner);
    }

    private static void checkSort(String where, @Nullable Object sort) {
        if (sort instanceof Document keys) {
            keys.forEach((field, direction) -> {
                if (field.startsWith("$") || !(direction instanceof Number n) || Math.abs(n.doubleValue()) != 1) {
                    throw Refused.option(where, "sort {" + field + ": " + direction + "}");
                }
            });
        }
    }

    private static void checkUpdate(String where, @Nullable Object update) {
        if (update instanceof Collection) {
            throw Refused.option(where, "an update by pipeline");
        }
    }

    private static void checkAggregate(Document command) {
        if (!(command.get("aggregate") instanceof String)) {
            throw Refused.option("aggregate", "a pipeline without a collection");
        }
        if (command.get("cursor") instanceof Document cursor) {
            checkNames("cursor", cursor, null, Set.of("batchSize"));
        }
        checkStages(command.get("pipeline"));
    }

    private static void checkStages(@Nullable Object pipeline) {
        for (Document stage : Fields.documents(pipeline)) {
            for (Map.Entry<String, Object> part : stage.entrySet()) {
                if (!STAGES.contains(part.getKey())) {
                    throw Refused.option("aggregate", part.getKey());
                }
                if (part.getKey().equals("$facet") && part.getValue() instanceof Document facets) {
                    facets.values().forEach(Options::checkStages);
                } else if (part.getKey().equals("$lookup") && part.getValue() instanceof Document lookup) {
                    checkStages(lookup.get("pipeline"));
                } else if (part.getKey().equals("$match")) {
                    FilterOptions.checkFilter("$match", part.getValue());
                } else if (part.getKey().equals("$sort")) {
                    checkSort("$sort", part.getValue());
                }
            }
        }
    }

    private static void checkIndex(Document index) {
        checkNames("createIndexes", index, null, INDEX);
        if (!(index.get("key") instanceof Document key) || key.isEmpty()) {
            throw Refused.index("an index needs keys");
        }
        key.forEach((field, direction) -> {
            if (!(direction instanceof Number n) || Math.abs(n.doubleValue()) != 1 || field.contains("$")) {
                throw Refused.index("the embedded store has ascending and descending indexes only, not {" + field + ": "
                        + direction + "}");
            }
        });
    }
}
