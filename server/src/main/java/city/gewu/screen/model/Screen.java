package city.gewu.screen.model;

import city.gewu.platform.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The city at one moment (指挥大屏).
///
/// @param at the moment everything but the rates is counted at
/// @param day the day of the city that `at` falls on
/// @param gridLevel code of the level `pressure` is counted by
/// @param pressure open cases by unit of that level; a unit without any is left out
/// @param categories cases reported today by major category, most first
/// @param overdue open cases that are longest overdue
/// @param events what happened to cases within the last hour, newest first
/// @param postings people who hold a post today, by post
public record Screen(
        Instant at,
        LocalDate day,
        Numbers numbers,
        List<Hour> hours,
        List<Counted> categories,
        String gridLevel,
        Map<String, Long> pressure,
        List<Late> overdue,
        List<Happening> events,
        List<Posted> postings,
        Rates rates) {

    public Screen {
        hours = List.copyOf(hours);
        categories = List.copyOf(categories);
        pressure = Map.copyOf(pressure);
        overdue = List.copyOf(overdue);
        events = List.copyOf(events);
        postings = List.copyOf(postings);
    }

    /// @param yesterday reported yesterday up to the same time of day
    /// @param onSpot of those reported today, fixed on the spot
    public record Numbers(
            long reported, long yesterday, long onSpot, long open, long soon, long overdue) {}

    /// One hour of the day.
    ///
    /// @param hour 0 to 23
    /// @param closed closed or fixed on the spot
    /// @param yesterday reported in the same hour yesterday
    public record Hour(int hour, long reported, long closed, long yesterday) {}

    public record Counted(String code, Named name, long cases) {}

    public record Late(long id, String caseNo, Named category, String address, Instant dueAt) {}

    /// @param kind of the event in the ledger: `filed`, `dispatched`
    public record Happening(
            long id,
            int seq,
            String kind,
            Instant at,
            String caseNo,
            Named category,
            String address) {}

    /// @param onDuty those of them who have signed on in the street
    public record Posted(String post, long people, long onDuty) {}

    /// On-time closing of the month (按期结案率) as the assessment counts it, of what the viewer sees.
    ///
    /// @param at when the assessment was asked
    /// @param period `2026-11`
    /// @param city of all that is in sight; empty while no case has fallen due
    /// @param level code of the level of `units`
    /// @param units best first, with their place in the month before
    /// @param departments best first
    public record Rates(
            Instant at,
            String period,
            Optional<Rate> city,
            Optional<Rate> before,
            String level,
            List<Ranked> units,
            List<Ranked> departments) {

        public Rates {
            units = List.copyOf(units);
            departments = List.copyOf(departments);
        }
    }

    /// @param onTime cases closed on time
    /// @param due cases that fell due, above zero
    public record Rate(long onTime, long due) {

        public double share() {
            return (double) onTime / due;
        }
    }

    /// @param rank from 1; equal shares have an equal rank
    /// @param before the rank of the month before; empty when there was none
    public record Ranked(String code, Named name, Rate rate, int rank, Optional<Integer> before) {}
}
