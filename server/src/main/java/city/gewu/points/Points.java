package city.gewu.points;

import java.io.InputStream;

/// Points (积分): what people in the street earn and lose, and why.
public interface Points {

    /// Reads a file of rules (YAML) and puts it in force from the day it names; the same file again
    /// changes nothing. Every day from then on is computed anew. Refused with `points.bad-rules`
    /// (file, what) and with `points.version-taken`.
    ///
    /// @param by who did it: id of a person, or `cli:…`, `system:…`
    void putInForce(String file, InputStream yaml, String by);

    /// Computes every day that something was told of since the last time, and books what has to be
    /// booked; answers how many entries that were. A day computed again books nothing more.
    int bookDueDays();
}
