package city.gewu.territory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Who serves a unit (在岗人员), told by the module that knows when the grid is drawn anew.
public interface PostedPeople {

    /// People with a posting in force on the day, by the code they are posted to; codes without
    /// anybody are left out.
    Map<String, Integer> countPosted(String level, List<String> codes, LocalDate day);

    /// Whoever was, is or will be posted to a unit, the latest first, at most 200.
    List<Posted> listPosted(String level, String code);

    /// A person who serves a unit for a time (责任人).
    ///
    /// @param post name of the post
    /// @param lastDay empty while nothing ends it
    record Posted(String name, String post, LocalDate firstDay, Optional<LocalDate> lastDay) {}
}
