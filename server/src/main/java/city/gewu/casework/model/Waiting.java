package city.gewu.casework.model;

import city.gewu.people.Actor;
import city.gewu.people.Mandate;
import city.gewu.people.Post;
import java.util.List;

/// What waits for one person.
///
/// @param states states in which one of their posts owes the next step, wherever the case is
/// @param requests what they decide when it was asked for, as it stands in a row
/// @param departments organisations whose cases they handle, and with whose cases these assist
public record Waiting(List<String> states, List<String> requests, List<String> departments) {

    /// States in which the department owes the next step.
    public static final List<String> AT_DEPARTMENT = List.of("DISPATCHED", "HANDLING");

    public static Waiting of(Actor actor) {
        return new Waiting(
                actor.posts().stream().flatMap(post -> owed(post).stream()).distinct().toList(),
                actor.posts().stream().flatMap(post -> decided(post).stream()).distinct().toList(),
                actor.mandates().stream()
                        .filter(mandate -> mandate.post() == Post.HANDLER)
                        .map(Mandate::department)
                        .filter(department -> !department.isEmpty())
                        .distinct()
                        .toList());
    }

    private static List<String> decided(Post post) {
        return switch (post) {
            case SHIFT_LEAD -> List.of("SUSPENSION", "CANCELLATION");
            case DISPATCHER -> List.of("EXTENSION");
            default -> List.of();
        };
    }

    private static List<String> owed(Post post) {
        return switch (post) {
            case INTAKE_CLERK -> List.of("REPORTED", "HANDLED");
            case SUPERVISOR, CHECKER -> List.of("VERIFYING", "CHECKING");
            case SHIFT_LEAD -> List.of("ACCEPTED", "TO_CLOSE");
            case DISPATCHER -> List.of("TO_DISPATCH", "ARBITRATION");
            case HANDLER,
                    ASSESSOR,
                    LEGAL_REVIEWER,
                    ENFORCEMENT_OFFICER,
                    ROAD_CHIEF,
                    TEAM_LEADER,
                    COMMUNITY_GRID_OFFICER,
                    CITIZEN,
                    SYSTEM_ADMINISTRATOR,
                    SECURITY_ADMINISTRATOR,
                    AUDIT_ADMINISTRATOR ->
                    List.of();
        };
    }
}
