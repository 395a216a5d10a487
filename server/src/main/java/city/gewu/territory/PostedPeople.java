package city.gewu.territory;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// Who serves a unit (在岗人员), told by the module that knows when the grid is drawn anew.
public interface PostedPeople {

    /// People with a posting in force on the day, by the code they are posted to; codes without
    /// anybody are left out.
    Map<String, Integer> countPosted(String level, List<String> codes, LocalDate day);
}
