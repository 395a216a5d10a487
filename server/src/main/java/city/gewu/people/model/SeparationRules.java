package city.gewu.people.model;

import city.gewu.people.Post;
import city.gewu.people.Separation;
import city.gewu.people.Separation.Kind;
import city.gewu.people.Separations;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The rules of separation as they stand at one moment.
public record SeparationRules(List<Separation> listSeparations) implements Separations {

    public SeparationRules {
        listSeparations = List.copyOf(listSeparations);
    }

    public Optional<Separation> find(String code) {
        return listSeparations.stream().filter(rule -> rule.code().equals(code)).findFirst();
    }

    @Override
    public Optional<Separation> findExclusive(Set<Post> posts) {
        return listSeparations.stream()
                .filter(rule -> rule.enforced() && rule.kind() == Kind.POSTS)
                .filter(rule ->
                        posts.stream()
                                .anyMatch(one ->
                                        posts.stream()
                                                .anyMatch(other ->
                                                        rule.separates(one.name(), other.name()))))
                .findFirst();
    }

    @Override
    public Optional<Separation> findApart(Part one, Part other) {
        return listSeparations.stream()
                .filter(rule -> rule.enforced() && rule.kind() == Kind.PARTS)
                .filter(rule -> rule.separates(one.name(), other.name()))
                .findFirst();
    }
}
