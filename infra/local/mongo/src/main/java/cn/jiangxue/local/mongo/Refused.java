package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.exception.MongoServerError;

/** The errors with which this store refuses what it cannot do rightly, each with the code a MongoDB server would use. */
final class Refused {

    private static final int BAD_VALUE = 2;
    private static final int ILLEGAL_OPERATION = 20;
    private static final int CANNOT_CREATE_INDEX = 67;
    private static final int INDEX_NOT_FOUND = 27;
    private static final int INVALID_OPTIONS = 72;
    private static final int INDEX_OPTIONS_CONFLICT = 85;
    private static final int COMMAND_NOT_SUPPORTED = 115;
    private static final int MAX_TIME_EXPIRED = 50;
    private static final int MEMORY_LIMIT = 292;

    private Refused() {}

    static MongoServerError option(String where, String name) {
        return new MongoServerError(
                INVALID_OPTIONS,
                "InvalidOptions",
                where + ": '" + name + "' is not supported by the embedded store, which refuses what it would ignore");
    }

    static MongoServerError value(String message) {
        return new MongoServerError(BAD_VALUE, "BadValue", message);
    }

    static MongoServerError index(String message) {
        return new MongoServerError(CANNOT_CREATE_INDEX, "CannotCreateIndex", message);
    }

    static MongoServerError indexConflict(String message) {
        return new MongoServerError(INDEX_OPTIONS_CONFLICT, "IndexOptionsConflict", message);
    }

    static MongoServerError noIndex(String which) {
        return new MongoServerError(INDEX_NOT_FOUND, "IndexNotFound", "can't find index " + which);
    }

    static MongoServerError command(String message) {
        return new MongoServerError(COMMAND_NOT_SUPPORTED, "CommandNotSupported", message);
    }

    static MongoServerError transaction() {
        return new MongoServerError(
                ILLEGAL_OPERATION,
                "IllegalOperation",
                "Transaction numbers are only allowed on a replica set member or mongos");
    }

    static MongoServerError tooSlow() {
        return new MongoServerError(MAX_TIME_EXPIRED, "MaxTimeMSExpired", "operation exceeded time limit");
    }

    static MongoServerError tooMuchToSort(int limit) {
        return new MongoServerError(
                MEMORY_LIMIT,
                "QueryExceededMemoryLimitNoDiskUseAllowed",
                "more than " + limit + " documents to sort without an index");
    }
}
