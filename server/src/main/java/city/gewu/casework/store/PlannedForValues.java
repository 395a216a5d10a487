package city.gewu.casework.store;

import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Plans each statement for the values it is asked with. A list is walked when what is looked for
/// is common and gone into by an index when it is rare; one plan for both, as the driver has the
/// server keep after a few calls, is wrong for one of them by a factor of a thousand. Costs the
/// planning, about a millisecond.
final class PlannedForValues extends JdbcTemplate {

    private PlannedForValues(DataSource source) {
        super(source);
    }

    static JdbcClient over(DataSource source) {
        return JdbcClient.create(new PlannedForValues(source));
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        super.applyStatementSettings(statement);
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    }
}
