package city.gewu.catalogue.model;

import city.gewu.catalogue.MinorCategory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What another scheme would make of one category.
///
/// @param parts what differs: `kind`, `major`, `name`, `confidence`, `conditions`, `limits`,
///   `stages`, `questions`; none when it is added or ended
public record SchemeChange(
        String code,
        Kind kind,
        Optional<MinorCategory> before,
        Optional<MinorCategory> after,
        List<String> parts) {

    /// What becomes of it.
    public enum Kind {
        ADDED,
        CHANGED,
        ENDED
    }

    /// Changed and added categories in the order of the second scheme, then the ended ones.
    public static List<SchemeChange> list(List<MinorCategory> before, List<MinorCategory> after) {
        var old = byCode(before);
        var changes = new ArrayList<SchemeChange>();
        for (var one : after) {
            var was = old.remove(one.code());
            if (was == null) {
                changes.add(change(one.code(), Kind.ADDED, Optional.empty(), Optional.of(one)));
            } else if (!was.equals(one)) {
                changes.add(
                        new SchemeChange(
                                one.code(),
                                Kind.CHANGED,
                                Optional.of(was),
                                Optional.of(one),
                                parts(was, one)));
            }
        }
        old.values()
                .forEach(was ->
                        changes.add(
                                change(
                                        was.code(),
                                        Kind.ENDED,
                                        Optional.of(was),
                                        Optional.empty())));
        return List.copyOf(changes);
    }

    private static SchemeChange change(
            String code, Kind kind, Optional<MinorCategory> before, Optional<MinorCategory> after) {
        return new SchemeChange(code, kind, before, after, List.of());
    }

    private static Map<String, MinorCategory> byCode(List<MinorCategory> categories) {
        var byCode = new LinkedHashMap<String, MinorCategory>();
        categories.forEach(one -> byCode.putIfAbsent(one.code(), one));
        return byCode;
    }

    private static List<String> parts(MinorCategory was, MinorCategory now) {
        var parts = new ArrayList<String>();
        differs(parts, "kind", was.kind(), now.kind());
        differs(parts, "major", major(was), major(now));
        differs(parts, "name", was.name(), now.name());
        differs(parts, "confidence", was.confidence(), now.confidence());
        differs(parts, "conditions", words(was), words(now));
        differs(parts, "limits", limits(was), limits(now));
        differs(parts, "stages", stages(was), stages(now));
        differs(parts, "questions", was.questions(), now.questions());
        return parts;
    }

    private static void differs(List<String> parts, String part, Object was, Object now) {
        if (!Objects.equals(was, now)) {
            parts.add(part);
        }
    }

    private static List<Object> major(MinorCategory one) {
        return List.of(one.majorCode(), one.major());
    }

    private static List<Object> words(MinorCategory one) {
        return one.conditions().stream()
                .<Object>map(each -> List.of(each.code(), each.filing(), each.closing()))
                .toList();
    }

    private static List<Object> stages(MinorCategory one) {
        return one.conditions().stream()
                .filter(each -> each.then().isPresent())
                .<Object>map(each -> List.of(each.code(), each.then()))
                .toList();
    }

    private static List<Object> limits(MinorCategory one) {
        return one.conditions().stream()
                .<Object>map(each -> List.of(each.code(), each.limit()))
                .toList();
    }
}
