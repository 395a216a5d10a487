package city.gewu.appraisal.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;

/// What is signed of one version of a month: the digests of every table in it.
///
/// @param version 1 as frozen, 2 as final
/// @param asOf the moment the facts were read as of
/// @param tables in the order of their kinds
public record MonthSheet(YearMonth month, int version, Instant asOf, List<Table> tables) {

    public MonthSheet {
        tables = List.copyOf(tables);
    }

    /// @param scheme code of the scheme, with its version
    /// @param facts SHA-256 of the figures as read, lower-case hex
    /// @param exempted number of figures that something was left out of
    /// @param marks SHA-256 of the table of marks
    public record Table(
            String kind,
            String scheme,
            int schemeVersion,
            String facts,
            int exempted,
            String marks) {}

    /// A head line, then a line for each table, fields parted by tabs, UTF-8.
    public byte[] canonicalBytes() {
        var text = new StringBuilder();
        text.append("month/1\t%s\t%d\t%s\n".formatted(month, version, asOf));
        for (var table : tables) {
            text.append(
                    "table\t%s\t%s\t%d\t%s\t%d\t%s\n"
                            .formatted(
                                    table.kind(),
                                    table.scheme(),
                                    table.schemeVersion(),
                                    table.facts(),
                                    table.exempted(),
                                    table.marks()));
        }
        return text.toString().getBytes(UTF_8);
    }

    /// SHA-256 in lower-case hex.
    public static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JDK lacks SHA-256", e);
        }
    }
}
