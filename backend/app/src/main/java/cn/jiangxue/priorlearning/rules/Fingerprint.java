package cn.jiangxue.priorlearning.rules;

import cn.jiangxue.contract.PriorLearningApi.Criterion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What an award rests on, in one hash. */
public final class Fingerprint {

    private Fingerprint() {}

    /**
     * SHA-256 in hex over lines of UTF-8, each ended by a line feed: claim and edition; of every awarded unit, by id, the records that stand, by method; the files, by id.
     *
     * @param records in the order in which they were made
     */
    public static String of(
            UUID claimId, String edition, List<String> awarded, List<Assessed> records, List<UUID> fileIds) {
        List<String> lines = new ArrayList<>(List.of("claim " + claimId + " " + edition));
        awarded.stream()
                .sorted()
                .forEach(unit -> Support.standing(records, unit).values().forEach(record -> lines.add(line(record))));
        fileIds.stream().sorted(Comparator.comparing(UUID::toString)).forEach(file -> lines.add("file " + file));
        String text = lines.stream().map(line -> line + "\n").collect(Collectors.joining());
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String line(Assessed record) {
        String found = switch (record.method()) {
            case PORTFOLIO ->
                record.criteria().stream().sorted().map(Criterion::name).collect(Collectors.joining(","));
            case INTERVIEW -> String.valueOf(record.met());
            case PRACTICAL -> String.valueOf(record.mark());
        };
        return String.join(
                " ",
                "unit",
                record.unitId(),
                record.method().name(),
                found,
                record.id().toString(),
                record.assessor().toString());
    }
}
