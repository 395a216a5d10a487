package city.gewu.patrol.store;

import city.gewu.patrol.model.Batch;
import city.gewu.patrol.model.Footprint;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// `COPY` of positions on the connection of the running transaction.
@Repository
class PositionCopy {

    private static final String COPY =
            """
            copy patrol.position
              (day, duty_id, at, phone_at, longitude, latitude, accuracy_m, speed, mocked, marks)
            from stdin
            """;

    /// Characters gathered before they are sent.
    private static final int PART = 1 << 16;

    private static final int DAY = 86_400;

    private final JdbcTemplate db;

    PositionCopy(JdbcTemplate db) {
        this.db = db;
    }

    void write(List<Batch> batches) {
        ConnectionCallback<Long> action =
                connection -> copy(connection.unwrap(PGConnection.class).getCopyAPI(), batches);
        db.execute(action);
    }

    private static long copy(CopyManager manager, List<Batch> batches) throws SQLException {
        var copy = manager.copyIn(COPY);
        try {
            var lines = new StringBuilder(PART + 256);
            for (var batch : batches) {
                for (var footprint : batch.footprints()) {
                    line(footprint, lines);
                    if (lines.length() > PART) {
                        var part = lines.toString().getBytes(StandardCharsets.US_ASCII);
                        copy.writeToCopy(part, 0, part.length);
                        lines.setLength(0);
                    }
                }
            }
            var rest = lines.toString().getBytes(StandardCharsets.US_ASCII);
            copy.writeToCopy(rest, 0, rest.length);
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void line(Footprint footprint, StringBuilder to) {
        var point = footprint.point();
        day(footprint.day(), to);
        to.append('\t').append(footprint.turn()).append('\t');
        moment(point.at(), to);
        to.append('\t');
        moment(footprint.phoneAt(), to);
        to.append('\t').append(point.longitude());
        to.append('\t').append(point.latitude());
        to.append('\t').append((float) point.accuracyMetres()).append('\t');
        if (footprint.speed().isPresent()) {
            to.append((float) footprint.speed().getAsDouble());
        } else {
            to.append("\\N");
        }
        to.append('\t').append(point.mocked() ? 't' : 'f');
        to.append('\t').append(footprint.marks()).append('\n');
    }

    private static void day(LocalDate day, StringBuilder to) {
        to.append(day);
    }

    /// In microseconds, as the database keeps them. Two of them stand in every line, and
    /// `Instant.toString` took a good part of the time of writing them all.
    static void moment(Instant at, StringBuilder to) {
        long seconds = at.getEpochSecond();
        int second = Math.floorMod(seconds, DAY);
        day(LocalDate.ofEpochDay(Math.floorDiv(seconds, DAY)), to);
        to.append('T');
        digits(second / 3600, 10, to);
        to.append(':');
        digits(second / 60 % 60, 10, to);
        to.append(':');
        digits(second % 60, 10, to);
        to.append('.');
        digits(at.getNano() / 1000, 100_000, to);
        to.append('Z');
    }

    private static void digits(int number, int highest, StringBuilder to) {
        for (int place = highest; place > 0; place /= 10) {
            to.append((char) ('0' + number / place % 10));
        }
    }
}
