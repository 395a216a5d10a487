package city.gewu.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// People and the posts they hold (人员、任职).
public interface Staff {

    /// Saves a person under the staff number; the same number again changes the person.
    Person savePerson(NewPerson person);

    List<Person> listPeople();

    Optional<Person> findPerson(String staffNo);

    /// Posts a person; answers the posting that is there when the same one already stands.
    Posting post(NewPosting posting);

    /// @param staffNo what the organisation calls the person by; unique (工号)
    record Person(String id, String staffNo, String name, String department) {}

    record NewPerson(String staffNo, String name, String department) {}

    /// A person's post in a place for a span of days (任职).
    ///
    /// @param department organisation the post is held in
    /// @param firstDay first day it counts, in the city's zone
    /// @param lastDay last day it counts; empty while it is open
    record Posting(
            long id,
            String personId,
            Post post,
            String department,
            Area area,
            LocalDate firstDay,
            Optional<LocalDate> lastDay) {}

    /// @param level code of a level, or empty text for the whole city
    record NewPosting(
            String staffNo,
            Post post,
            String department,
            String level,
            String unit,
            LocalDate firstDay,
            Optional<LocalDate> lastDay) {}
}
