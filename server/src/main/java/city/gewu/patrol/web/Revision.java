package city.gewu.patrol.web;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names a state of something by what it is made of, without making it.
final class Revision {

    private static final int BYTES = 8;

    private Revision() {}

    /// @param key a record of plain values, whose text says all of it
    static String of(Record key) {
        try {
            byte[] sum =
                    MessageDigest.getInstance("SHA-256")
                            .digest(key.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }

    /// How records are written out: the names and types of their fields, and of the records inside
    /// of them.
    static String shape(Class<?>... records) {
        return Arrays.stream(records)
                .flatMap(one ->
                        Stream.concat(Stream.of(one), Arrays.stream(one.getDeclaredClasses())))
                .filter(Class::isRecord)
                .sorted((a, b) -> a.getName().compareTo(b.getName()))
                .flatMap(one -> Arrays.stream(one.getRecordComponents()))
                .map(RecordComponent::toString)
                .collect(Collectors.joining(","));
    }
}
