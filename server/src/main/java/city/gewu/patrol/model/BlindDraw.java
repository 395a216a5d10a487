package city.gewu.patrol.model;

import city.gewu.people.Area;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;

/// Draws who goes and looks at a case: at random, and never who found it, handled it, works for who
/// handles it, or checked it last (背靠背派单). The same roster and seed draw the same person.
public final class BlindDraw {

    private final BiPredicate<String, String> isUnder;
    private final int mostTasks;

    /// @param isUnder whether an organisation is another one or stands under it
    /// @param mostTasks nobody is given more tasks than this at a time
    public BlindDraw(BiPredicate<String, String> isUnder, int mostTasks) {
        this.isUnder = isUnder;
        this.mostTasks = mostTasks;
    }

    /// Somebody who may look at cases.
    ///
    /// @param departments organisations the person works for or holds a post in
    /// @param grounds where the person may look at cases
    /// @param tasks how many are in hand
    public record Looker(
            String person,
            Set<String> departments,
            List<Ground> grounds,
            boolean onDuty,
            int tasks) {

        public Looker {
            departments = Set.copyOf(departments);
            grounds = List.copyOf(grounds);
        }

        /// @param places code of the unit for each level, down to the area
        public record Ground(Area area, List<String> places) {

            public Ground {
                places = List.copyOf(places);
            }
        }

        public Looker withOneMore() {
            return new Looker(person, departments, grounds, onDuty, tasks + 1);
        }
    }

    /// A case to be looked at.
    ///
    /// @param handlers who handled it, as far as known
    /// @param departments those that handle it
    /// @param askedBefore who had this task before and could not do it
    public record Wanted(
            String finder,
            Set<String> handlers,
            Set<String> departments,
            String lastChecker,
            Set<String> askedBefore,
            List<String> places) {

        public Wanted {
            handlers = Set.copyOf(handlers);
            departments = Set.copyOf(departments);
            askedBefore = Set.copyOf(askedBefore);
            places = List.copyOf(places);
        }
    }

    /// Who is drawn from first; a later circle only when the ones before are empty.
    public enum Circle {
        /// On duty, posted to the ground of the case.
        ON_DUTY_HERE,
        /// Posted to the ground of the case.
        POSTED_HERE,
        /// On duty next to it, in a unit that holds the case too.
        ON_DUTY_NEARBY
    }

    /// Why somebody was not drawn from.
    public enum LeftOut {
        FINDER,
        HANDLER,
        OF_HANDLING_DEPARTMENT,
        CHECKED_LAST,
        ASKED_BEFORE,
        ELSEWHERE,
        TOO_MANY_TASKS
    }

    /// How it went.
    ///
    /// @param circle the candidates' one; empty when there was nobody
    /// @param candidates ids of those drawn from, in order
    public record Drawn(
            Optional<String> person,
            long seed,
            Optional<Circle> circle,
            List<String> candidates,
            Map<LeftOut, Integer> leftOut) {

        public Drawn {
            candidates = List.copyOf(candidates);
            leftOut = Map.copyOf(leftOut);
        }
    }

    public Drawn draw(Wanted wanted, Collection<Looker> roster, long seed) {
        var circles = new EnumMap<Circle, List<String>>(Circle.class);
        var leftOut = new EnumMap<LeftOut, Integer>(LeftOut.class);
        for (var looker : roster) {
            var why = findReason(looker, wanted);
            if (why.isPresent()) {
                leftOut.merge(why.get(), 1, Integer::sum);
            } else {
                circle(looker, wanted)
                        .ifPresentOrElse(
                                circle ->
                                        circles.computeIfAbsent(circle, _ -> new ArrayList<>())
                                                .add(looker.person()),
                                () -> leftOut.merge(LeftOut.ELSEWHERE, 1, Integer::sum));
            }
        }
        var nearest = circles.keySet().stream().findFirst();
        var candidates =
                nearest.map(circles::get).orElse(List.of()).stream()
                        .sorted(Comparator.naturalOrder())
                        .toList();
        return new Drawn(pick(candidates, seed), seed, nearest, candidates, leftOut);
    }

    /// Draws again what was drawn before.
    public static Optional<String> pick(List<String> candidates, long seed) {
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        candidates.get(new SplittableRandom(seed).nextInt(candidates.size())));
    }

    private Optional<LeftOut> findReason(Looker looker, Wanted wanted) {
        String person = looker.person();
        if (person.equals(wanted.finder())) {
            return Optional.of(LeftOut.FINDER);
        }
        if (wanted.handlers().contains(person)) {
            return Optional.of(LeftOut.HANDLER);
        }
        if (looker.departments().stream().anyMatch(own -> handles(own, wanted))) {
            return Optional.of(LeftOut.OF_HANDLING_DEPARTMENT);
        }
        if (person.equals(wanted.lastChecker())) {
            return Optional.of(LeftOut.CHECKED_LAST);
        }
        if (wanted.askedBefore().contains(person)) {
            return Optional.of(LeftOut.ASKED_BEFORE);
        }
        return looker.tasks() >= mostTasks ? Optional.of(LeftOut.TOO_MANY_TASKS) : Optional.empty();
    }

    private boolean handles(String own, Wanted wanted) {
        return !own.isEmpty()
                && wanted.departments().stream()
                        .filter(department -> !department.isEmpty())
                        .anyMatch(department ->
                                own.equals(department) || isUnder.test(own, department));
    }

    private static Optional<Circle> circle(Looker looker, Wanted wanted) {
        boolean here = looker.grounds().stream().anyMatch(one -> one.area().holds(wanted.places()));
        if (here) {
            return Optional.of(looker.onDuty() ? Circle.ON_DUTY_HERE : Circle.POSTED_HERE);
        }
        boolean nearby =
                looker.onDuty()
                        && looker.grounds().stream()
                                .anyMatch(one -> isNear(one.places(), wanted.places()));
        return nearby ? Optional.of(Circle.ON_DUTY_NEARBY) : Optional.empty();
    }

    /// Whether both lie in one unit below the whole city.
    private static boolean isNear(List<String> places, List<String> others) {
        for (int depth = 1; depth < Math.min(places.size(), others.size()); depth++) {
            if (!places.get(depth).isEmpty() && places.get(depth).equals(others.get(depth))) {
                return true;
            }
        }
        return false;
    }
}
