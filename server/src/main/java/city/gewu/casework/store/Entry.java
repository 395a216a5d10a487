package city.gewu.casework.store;

import city.gewu.casework.CaseEvent;
import city.gewu.casework.CaseId;
import city.gewu.casework.model.CaseFile;

/// One event ready to be appended, with the state it leads to. The first entry of a case opens it;
/// every other is good only for the version right before it.
public final class Entry {

    private final CaseFile file;
    private final CaseRow row;
    private final EventRow event;

    Entry(CaseFile file, CaseRow row, EventRow event) {
        this.file = file;
        this.row = row;
        this.event = event;
    }

    public CaseId id() {
        return file.id();
    }

    public int version() {
        return event.happened().seq();
    }

    boolean opening() {
        return version() == 1;
    }

    /// The case as it stands once this entry is in the ledger.
    public Kept kept() {
        return new Kept(file, version(), event.hash());
    }

    public CaseEvent toEvent() {
        return event.toEvent();
    }

    EventRow event() {
        return event;
    }

    void writeState(RowText into) {
        row.write(into);
        into.value(event.hash());
    }
}
