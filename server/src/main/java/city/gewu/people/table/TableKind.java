package city.gewu.people.table;

import city.gewu.platform.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A table that can be brought in and taken out.
public enum TableKind {
    DEPARTMENTS(
            new Column("code", true, "机构代码", "代码"),
            new Column("name_zh", true, "名称", "机构名称", "中文名称"),
            new Column("name_en", false, "英文名称"),
            new Column("parent", false, "上级机构代码", "上级机构"),
            new Column("kind", true, "类型", "机构类型")),
    PEOPLE(
            new Column("staff_no", true, "工号"),
            new Column("name", true, "姓名"),
            new Column("department", true, "机构代码", "所属机构"),
            new Column("joined_on", false, "入职日期"),
            new Column("left_on", false, "离职日期")),
    POSTINGS(
            new Column("staff_no", true, "工号"),
            new Column("post", true, "岗位"),
            new Column("department", true, "机构代码", "任职机构"),
            new Column("level", false, "区域层级"),
            new Column("unit", false, "区域代码"),
            new Column("first_day", true, "开始日期"),
            new Column("last_day", false, "结束日期"),
            new Column("deputy_for", false, "代理谁（工号）", "代理对象工号")),
    CERTIFICATES(
            new Column("staff_no", true, "工号"),
            new Column("number", true, "执法证号", "证号"),
            new Column("issued_on", true, "发证日期"),
            new Column("expires_on", true, "有效期至"));

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Column> columns;

    TableKind(Column... columns) {
        this.columns = List.of(columns);
    }

    public List<Column> columns() {
        return columns;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static TableKind get(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new RefusedException(
                                "people.unknown-table",
                                "There is no table (%s).".formatted(code),
                                "Ask for departments, people, postings or certificates."));
    }

    Optional<Column> findColumn(String title) {
        return columns.stream().filter(column -> column.isCalled(title)).findFirst();
    }

    /// One column.
    ///
    /// @param name in English and in what is reported of it
    /// @param titles in Chinese; the first is written, all are read
    public record Column(String name, boolean required, List<String> titles) {

        private Column(String name, boolean required, String... titles) {
            this(name, required, List.of(titles));
        }

        public String title(boolean chinese) {
            return chinese ? titles.getFirst() : name;
        }

        boolean isCalled(String title) {
            var plain = plain(title);
            return plain.equals(plain(name))
                    || titles.stream().anyMatch(one -> plain(one).equals(plain));
        }

        private static String plain(String title) {
            return title.toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-]", "");
        }
    }
}
