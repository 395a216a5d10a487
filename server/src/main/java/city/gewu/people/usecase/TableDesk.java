package city.gewu.people.usecase;

import city.gewu.people.table.TableChange;
import city.gewu.people.table.TableKind;
import city.gewu.people.table.TableRow;
import java.util.List;

/// Knows one kind of table: what its rows would change, and what is kept now.
interface TableDesk {

    TableKind kind();

    /// Fingerprint of everything that decides what a row does.
    String state();

    /// Reads the rows against what is kept; rows that do not fit are rejected.
    Draft plan(List<TableRow> rows);

    /// Everything that is kept, a row each, in the order of the columns.
    List<List<String>> list(boolean chinese);

    /// What a file would do.
    ///
    /// @param changes in the order of the rows
    /// @param apply does it, in the transaction of the caller
    record Draft(List<TableChange> changes, Runnable apply) {}
}
