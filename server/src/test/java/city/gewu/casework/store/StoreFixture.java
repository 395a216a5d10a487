package city.gewu.casework.store;

import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The stores of the ledger over one database, wired as the application wires them.
public final class StoreFixture {

    private final JdbcClient db;
    private final CaseLedger ledger;
    private final PlatformTransactionManager transactions;

    public StoreFixture(DataSource database) {
        db = JdbcClient.create(database);
        ledger =
                new CaseLedger(
                        db, new CopyIn(new JdbcTemplate(database)), new SearchStore(db), "SHA-256");
        transactions = new JdbcTransactionManager(database);
    }

    public JdbcClient db() {
        return db;
    }

    public PhotographedStore photographed() {
        return new PhotographedStore(db);
    }

    public CaseLedger ledger() {
        return ledger;
    }

    public IdempotencyStore requests() {
        return new IdempotencyStore(db);
    }

    public DaySeals seals() {
        return new DaySeals(db, ledger);
    }

    public GroupStore groups() {
        return new GroupStore(db);
    }

    public LedgerAudit audit() {
        return new LedgerAudit(db, ledger);
    }

    public PlatformTransactionManager transactions() {
        return transactions;
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }
}
