package city.gewu.casework.store;

import city.gewu.casework.store.RowText.CopyLines;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/// PostgreSQL's `COPY … from stdin` on the connection of the running transaction.
@Repository
class CopyIn {

    /// Characters gathered before they are sent.
    private static final int PART = 1 << 16;

    private final JdbcTemplate db;

    CopyIn(JdbcTemplate db) {
        this.db = db;
    }

    /// Copies the lines that `write` makes of each item, and answers how many rows that were.
    <T> long lines(String sql, List<T> items, BiConsumer<T, CopyLines> write) {
        ConnectionCallback<Long> action =
                connection ->
                        copy(connection.unwrap(PGConnection.class).getCopyAPI(), sql, items, write);
        var rows = db.execute(action);
        return rows == null ? 0 : rows;
    }

    private static <T> long copy(
            CopyManager manager, String sql, List<T> items, BiConsumer<T, CopyLines> write)
            throws SQLException {
        var copy = manager.copyIn(sql);
        try {
            var lines = new CopyLines();
            for (var item : items) {
                write.accept(item, lines);
                if (lines.length() > PART) {
                    var part = lines.take().getBytes(StandardCharsets.UTF_8);
                    copy.writeToCopy(part, 0, part.length);
                }
            }
            var rest = lines.take().getBytes(StandardCharsets.UTF_8);
            copy.writeToCopy(rest, 0, rest.length);
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
