package city.gewu.people;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Rules that keep powers apart (职责分离): posts that nobody holds together, and parts of one matter
/// that different people play. The rules are the file `authority/separations.yaml`; some the city
/// may set on or off.
public interface Separations {

    List<Separation> listSeparations();

    /// The rule in force that forbids one person to hold all these posts at the same time.
    Optional<Separation> findExclusive(Set<Post> posts);

    /// The rule in force that wants different people for these two parts of one matter.
    Optional<Separation> findApart(Part one, Part other);

    default boolean isApart(Part one, Part other) {
        return findApart(one, other).isPresent();
    }

    /// What somebody does in one matter: a case, a score, an appeal (角色).
    enum Part {
        /// 发现人: reported the problem
        FINDER,
        /// 处置人
        HANDLER,
        /// 核查人: checked on the ground whether it was handled
        CHECKER,
        /// 评分人: entered the score
        SCORER,
        /// 被考评人
        SCORED,
        /// 申诉人
        APPELLANT,
        /// 裁定人: decided the appeal
        DECIDER
    }
}
