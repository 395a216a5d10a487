package city.gewu.people.table;

import city.gewu.people.Post;
import city.gewu.people.model.OrganisationKind;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Posts and kinds as people write them: by code, or in Chinese.
public final class Words {

    private Words() {}

    public static Optional<Post> findPost(String text) {
        return Arrays.stream(Post.values())
                .filter(post ->
                        post.name().equals(text.toUpperCase(Locale.ROOT)) || zh(post).equals(text))
                .findFirst();
    }

    public static String post(Post post, boolean chinese) {
        return chinese ? zh(post) : post.name();
    }

    private static String zh(Post post) {
        return switch (post) {
            case SUPERVISOR -> "监督员";
            case INTAKE_CLERK -> "受理员";
            case SHIFT_LEAD -> "值班长";
            case DISPATCHER -> "派遣员";
            case HANDLER -> "处置部门经办";
            case CHECKER -> "核查员";
            case ASSESSOR -> "考评员";
            case LEGAL_REVIEWER -> "法制审核员";
            case ENFORCEMENT_OFFICER -> "执法人员";
            case ROAD_CHIEF -> "路长";
            case TEAM_LEADER -> "中队长";
            case COMMUNITY_GRID_OFFICER -> "社区网格员";
            case CITIZEN -> "市民";
            case SYSTEM_ADMINISTRATOR -> "系统管理员";
            case SECURITY_ADMINISTRATOR -> "安全管理员";
            case AUDIT_ADMINISTRATOR -> "审计管理员";
        };
    }

    /// Code of the kind; text that is none stays as it is.
    public static String kind(String text) {
        return Arrays.stream(OrganisationKind.values())
                .filter(kind -> kind.zh().equals(text))
                .map(OrganisationKind::code)
                .findFirst()
                .orElse(text.toLowerCase(Locale.ROOT));
    }

    public static String kind(String code, boolean chinese) {
        return chinese
                ? OrganisationKind.findKind(code).map(OrganisationKind::zh).orElse(code)
                : code;
    }
}
