package city.gewu.people.web;

import city.gewu.people.Post;
import city.gewu.people.Staff.Person;
import city.gewu.people.Staff.Posting;
import city.gewu.platform.Named;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A posting as pages show it.
///
/// @param person id of the person
/// @param unitName absent for the whole city
/// @param deputyOf id of the posting that is stood in for
record PostingBody(
        long id,
        String person,
        String personName,
        String staffNo,
        Post post,
        String department,
        Named departmentName,
        String level,
        String unit,
        @Nullable Named unitName,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable Long deputyOf) {

    static PostingBody of(Posting posting, Person person, StaffNames names) {
        return new PostingBody(
                posting.id(),
                person.id(),
                person.name(),
                person.staffNo(),
                posting.post(),
                posting.department(),
                names.department(posting.department()),
                posting.area().level(),
                posting.area().unit(),
                names.unit(posting.area()).orElse(null),
                posting.firstDay(),
                posting.lastDay().orElse(null),
                posting.deputyOf().orElse(null));
    }
}
