package city.gewu.casework.store;

import static city.gewu.platform.Moments.utc;

import city.gewu.platform.Where;
import java.time.Instant;

/// One way a list is searched. What a person typed may be words of a case or the beginning of its
/// number; as one condition the planner could not be right about both.
sealed interface Search {

    /// Behind everything that begins with the same letters.
    String AFTER_ANY = Character.toString(Character.MAX_CODE_POINT);

    void narrow(Where where);

    record Everything() implements Search {
        @Override
        public void narrow(Where where) {}
    }

    /// @param query what PostgreSQL reads as a `tsquery`
    record ByWords(String query) implements Search {
        @Override
        public void narrow(Where where) {
            where.and(
                    """
                    f.case_id in (
                        select s.case_id
                        from casework.case_search s
                        where s.words @@ :words::tsquery)\
                    """,
                    "words",
                    query);
        }
    }

    /// @param start what the number begins with, in lower case
    /// @param end the first text after all that begin so
    /// @param first when the first of them was reported
    /// @param last when the last of them was reported
    record ByNumber(String start, String end, Instant first, Instant last) implements Search {
        @Override
        public void narrow(Where where) {
            where.and(
                            """
                            f.case_id in (
                                select s.case_id
                                from casework.case_search s
                                where s.case_no >= :numberStart
                                  and s.case_no < :numberEnd)\
                            """,
                            "numberStart",
                            start)
                    .and("f.reported_at >= :numberFirst", "numberFirst", utc(first))
                    .and("f.reported_at <= :numberLast", "numberLast", utc(last));
            where.values().put("numberEnd", end);
        }
    }
}
