package city.gewu.exchange.model;

import city.gewu.exchange.model.CaseMapping.Status;
import city.gewu.exchange.model.CaseMapping.Times;
import city.gewu.platform.RefusedException;
import java.time.Instant;
import java.util.Optional;

/// The moments of a row, checked against each other and against its status.
record RowTimes(Instant opened, Optional<Instant> due, Optional<Instant> ended) {

    static RowTimes read(ExportRow row, Times times, Status status) {
        var text = row.value(times.opened());
        if (text.isEmpty()) {
            throw new RefusedException(
                    "exchange.missing-date",
                    "The column (%s) is blank.".formatted(times.opened()),
                    "Give the moment the case was opened.");
        }
        var opened = times.reader().find(text).orElseThrow(() -> unparsable(times.opened(), text));
        var due = times.due().flatMap(column -> find(row, column, times, opened));
        return new RowTimes(opened, due, ended(row, times, status, opened));
    }

    boolean dueBeforeOpen() {
        return due.filter(at -> at.isBefore(opened)).isPresent();
    }

    private static Optional<Instant> ended(
            ExportRow row, Times times, Status status, Instant opened) {
        var ended = find(row, times.closed(), times, opened);
        if (ended.isPresent() == (status == Status.OPEN)) {
            throw new RefusedException(
                    "exchange.status-contradicts-date",
                    "The status says %s and the closing date (%s) says otherwise."
                            .formatted(status, row.value(times.closed())),
                    "A finished case has a date in column (%s), an open one has none."
                            .formatted(times.closed()));
        }
        if (ended.isPresent() && ended.get().isBefore(opened)) {
            throw new RefusedException(
                    "exchange.closed-before-opened",
                    "The case was closed (%s) before it was opened (%s)."
                            .formatted(row.value(times.closed()), row.value(times.opened())),
                    "Correct one of the two dates.");
        }
        return ended;
    }

    private static Optional<Instant> find(
            ExportRow row, String column, Times times, Instant opened) {
        var text = row.value(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                times.reader()
                        .findFollowing(text, opened)
                        .orElseThrow(() -> unparsable(column, text)));
    }

    private static RefusedException unparsable(String column, String text) {
        return new RefusedException(
                "exchange.bad-date",
                "The column (%s) says (%s), which is no date in any of the formats of the city"
                                .formatted(column, text)
                        + " file.",
                "Correct the date, or add its format under cases.times.formats.");
    }
}
