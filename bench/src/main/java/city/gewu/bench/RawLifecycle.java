package city.gewu.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The limit: bare JDBC, an event row and a state row for each stage, one commit each, no rule, no
/// hash. Nobody who commits every stage alone does less.
final class RawLifecycle implements Lifecycle {

    private static final List<String> STATES =
            List.of(
                    "REPORTED",
                    "ACCEPTED",
                    "TO_DISPATCH",
                    "TO_HANDLE",
                    "HANDLING",
                    "HANDLED",
                    "CHECKING",
                    "TO_CLOSE",
                    "CLOSED");
    private static final String INSERT_EVENT =
            "insert into case_event (case_id, seq, kind, at, recorded_at, actor, details,"
                    + " state_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String INSERT_STATE =
            "insert into case_file (case_id, case_no, version, state, category, description,"
                    + " address, department, reported_at, due_at, head)"
                    + " values (?, ?, 1, ?, ?, ?, ?, '', ?, ?, ?)";
    private static final String UPDATE_STATE =
            "update case_file set version = ?, state = ?, department = ?, due_at = ?, head = ?"
                    + " where case_id = ? and version = ?";

    private final HikariDataSource pool;
    private final AtomicLong ids = new AtomicLong();

    RawLifecycle(BenchServer server, int connections) {
        pool = server.open("raw", connections);
        var db = JdbcClient.create(pool);
        db.sql(
                        """
                        create table case_event (
                          case_id bigint not null, seq int not null, kind text not null,
                          at timestamptz not null, recorded_at timestamptz not null,
                          actor text not null, details text not null,
                          state_hash bytea not null, hash bytea not null,
                          primary key (case_id, seq))
                        """)
                .update();
        db.sql(
                        """
                        create table case_file (
                          case_id bigint primary key, case_no text not null unique,
                          version int not null, state text not null, category text not null,
                          description text not null, address text not null,
                          department text not null, reported_at timestamptz not null,
                          due_at timestamptz, head bytea not null)
                        """)
                .update();
    }

    @Override
    public String name() {
        return "bare JDBC, one commit a stage";
    }

    @Override
    public void carryOneCase() {
        long id = ids.incrementAndGet();
        try (var connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            for (int stage = 1; stage <= STAGES; stage++) {
                write(connection, id, stage);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Connection connection, long id, int stage) throws SQLException {
        String state = STATES.get(stage - 1);
        byte[] hash = new byte[32];
        var now = Instant.now().atOffset(ZoneOffset.UTC);
        try (PreparedStatement event = connection.prepareStatement(INSERT_EVENT)) {
            event.setLong(1, id);
            event.setInt(2, stage);
            event.setString(3, state);
            event.setObject(4, now);
            event.setObject(5, now);
            event.setString(6, "bench");
            event.setString(7, "{\"department\":\"D1\",\"note\":\"cleared\"}");
            event.setBytes(8, hash);
            event.setBytes(9, hash);
            event.executeUpdate();
        }
        try (PreparedStatement file =
                connection.prepareStatement(stage == 1 ? INSERT_STATE : UPDATE_STATE)) {
            if (stage == 1) {
                file.setLong(1, id);
                file.setString(2, "B" + id);
                file.setString(3, state);
                file.setString(4, "E0110");
                file.setString(5, "rubbish beside the bins");
                file.setString(6, "Xiangshan Avenue 12");
                file.setObject(7, now);
                file.setObject(8, now);
                file.setBytes(9, hash);
            } else {
                file.setInt(1, stage);
                file.setString(2, state);
                file.setString(3, stage < 4 ? "" : "D1");
                file.setObject(4, now);
                file.setBytes(5, hash);
                file.setLong(6, id);
                file.setInt(7, stage - 1);
            }
            if (file.executeUpdate() != 1) {
                throw new IllegalStateException("Case " + id + " was not at stage " + stage);
            }
        }
        connection.commit();
    }

    @Override
    public void rest() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    @Override
    public long countClosed() {
        return JdbcClient.create(pool)
                .sql("select count(*) from case_file where state = 'CLOSED' and version = :stages")
                .param("stages", STAGES)
                .query(Long.class)
                .single();
    }

    @Override
    public void close() {
        pool.close();
    }
}
