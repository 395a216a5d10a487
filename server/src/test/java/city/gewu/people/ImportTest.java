package city.gewu.people;

import static city.gewu.people.GivenStaff.TODAY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import city.gewu.people.Staff.NewDeputy;
import city.gewu.people.Staff.NewPerson;
import city.gewu.people.sheet.SheetWriter;
import city.gewu.people.table.TableChange;
import city.gewu.people.table.TableChange.Field;
import city.gewu.people.table.TableChange.What;
import city.gewu.people.table.TableKind;
import city.gewu.people.table.TableRow.Reject;
import city.gewu.people.usecase.CitySeparations;
import city.gewu.people.usecase.ImportTable;
import city.gewu.people.usecase.ImportTable.Consent;
import city.gewu.people.usecase.ImportTable.Report;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportTest {

    private final GivenStaff given = new GivenStaff();
    private final ImportTable imports = given.bean(ImportTable.class);

    private Report read(TableKind kind, String text) {
        return imports.run(kind, text.getBytes(UTF_8), Consent.DRY_RUN);
    }

    private Report apply(TableKind kind, String text) {
        var digest = read(kind, text).digest();
        return imports.run(kind, text.getBytes(UTF_8), new Consent(true, digest, false));
    }

    private static List<What> whats(Report report) {
        return report.changes().stream().map(TableChange::what).toList();
    }

    private static List<String> codes(Report report) {
        return report.rejects().stream().map(one -> one.why().code()).toList();
    }

    @Test
    void aDryRunListsEveryChangeAndChangesNothing() {
        given.person("A1", "SZ");
        String file = "工号,姓名,机构代码,入职日期\nA1,新名,DBZ,2020/3/1\nA2,王芳,SZ,2021年5月4日\n";
        var report = read(TableKind.PEOPLE, file);
        assertThat(report.rows()).isEqualTo(2);
        assertThat(report.applied()).isFalse();
        assertThat(report.rejects()).isEmpty();
        assertThat(report.changes())
                .containsExactly(
                        new TableChange(
                                2,
                                What.CHANGED,
                                "A1",
                                List.of(
                                        new Field("name", Optional.of("名A1"), "新名"),
                                        new Field("department", Optional.of("SZ"), "DBZ"),
                                        new Field("joined_on", Optional.of(""), "2020-03-01"))),
                        new TableChange(
                                3,
                                What.ADDED,
                                "A2",
                                List.of(
                                        new Field("name", Optional.empty(), "王芳"),
                                        new Field("department", Optional.empty(), "SZ"),
                                        new Field("joined_on", Optional.empty(), "2021-05-04"))));
        assertThat(given.staff().findPerson("A2")).isEmpty();
        var applied = apply(TableKind.PEOPLE, file);
        assertThat(applied.applied()).isTrue();
        assertThat(applied.changes()).isEqualTo(report.changes());
        assertThat(given.staff().findPerson("A2").orElseThrow().name()).isEqualTo("王芳");
        assertThat(whats(read(TableKind.PEOPLE, file)))
                .containsExactly(What.UNCHANGED, What.UNCHANGED);
    }

    @Test
    void columnsThatAFileLacksStayAsTheyAre() {
        given.staff()
                .savePerson(
                        new NewPerson(
                                "A1",
                                "李",
                                "SZ",
                                Optional.of(LocalDate.of(2020, 1, 1)),
                                Optional.empty()));
        apply(TableKind.PEOPLE, "staff_no,name,department\nA1,李明,SZ\n");
        assertThat(given.staff().findPerson("A1").orElseThrow().joinedOn())
                .contains(LocalDate.of(2020, 1, 1));
        apply(TableKind.PEOPLE, "staff_no,name,department,joined_on\nA1,李明,SZ,\n");
        assertThat(given.staff().findPerson("A1").orElseThrow().joinedOn()).isEmpty();
    }

    @Test
    void aRejectedRowSaysWhereAndWhy() {
        String file =
                """
                staff_no,name,department,joined_on,left_on
                A1,李明,nobody,,
                A 2,王芳,SZ,,
                A3,赵一,SZ,2024-02-30,
                A4,钱二,SZ,2024-02-01,2024-01-31
                A5,孙三,SZ,,
                A5,孙四,SZ,,
                A6,周五,SZ
                """;
        var report = read(TableKind.PEOPLE, file);
        assertThat(report.rejects())
                .extracting(Reject::line, Reject::column, Reject::value, one -> one.why().code())
                .containsExactly(
                        tuple(2, "department", "nobody", "people.unknown-department"),
                        tuple(3, "staff_no", "A 2", "people.bad-person"),
                        tuple(4, "joined_on", "2024-02-30", "people.bad-day"),
                        tuple(5, "left_on", "2024-01-31", "people.bad-span"),
                        tuple(7, "", "", "people.repeated-row"),
                        tuple(8, "", "", "people.bad-row"));
        assertThat(whats(report)).containsExactly(What.ADDED);
        Refused.with("people.rejected-rows", () -> apply(TableKind.PEOPLE, file));
        assertThat(given.staff().findPerson("A5")).isEmpty();
        var skipped =
                imports.run(
                        TableKind.PEOPLE,
                        file.getBytes(UTF_8),
                        new Consent(true, report.digest(), true));
        assertThat(skipped.rejects()).hasSize(6);
        assertThat(given.staff().findPerson("A5")).isPresent();
        var rejected = imports.listRejected(TableKind.PEOPLE, file.getBytes(UTF_8));
        assertThat(rejected.header()).contains("staff_no", "code", "advice");
        assertThat(rejected.rows()).hasSize(6);
        assertThat(rejected.rows().getFirst())
                .startsWith("A1", "李明", "nobody")
                .contains("people.unknown-department");
    }

    @Test
    void whatWasAgreedToIsCarriedOutOnlyWhileNothingChanged() {
        String file = "staff_no,name,department\nA1,李明,SZ\n";
        String digest = read(TableKind.PEOPLE, file).digest();
        var consent = new Consent(true, digest, false);
        Refused.with(
                "people.stale-digest",
                () ->
                        imports.run(
                                TableKind.PEOPLE, file.replace("李", "王").getBytes(UTF_8), consent));
        Refused.with(
                "people.stale-digest",
                () ->
                        imports.run(
                                TableKind.PEOPLE,
                                file.getBytes(UTF_8),
                                new Consent(true, "", false)));
        given.person("B1", "SZ");
        Refused.with(
                "people.stale-digest",
                () -> imports.run(TableKind.PEOPLE, file.getBytes(UTF_8), consent));
        assertThat(given.staff().findPerson("A1")).isEmpty();
    }

    @Test
    void theWrongFileIsRefusedAsAWhole() {
        Refused.with(
                "people.missing-columns", () -> read(TableKind.PEOPLE, "staff_no,name\nA1,李\n"));
        Refused.with(
                "people.bad-columns",
                () -> read(TableKind.PEOPLE, "staff_no,name,department,salary\nA1,李,SZ,1\n"));
        Refused.with(
                "people.bad-columns",
                () -> read(TableKind.PEOPLE, "staff_no,工号,name,department\nA1,A1,李,SZ\n"));
        Refused.with(
                "people.empty-table", () -> read(TableKind.PEOPLE, "staff_no,name,department\n"));
    }

    @Test
    void organisationsComeInAnyOrder() {
        String file =
                """
                机构代码,名称,上级机构代码,类型
                N3,三,N2,unit
                N2,二,N1,单位
                N1,一,CG,单位
                X,某,Y,unit
                Y,某,X,unit
                W,某,WX,局
                CG,市局,,bureau
                """;
        var report = read(TableKind.DEPARTMENTS, file);
        assertThat(codes(report))
                .containsExactly(
                        "people.circular-department",
                        "people.circular-department",
                        "people.bad-parent");
        assertThat(whats(report)).containsExactly(What.ADDED, What.ADDED, What.ADDED, What.CHANGED);
        imports.run(
                TableKind.DEPARTMENTS,
                file.getBytes(UTF_8),
                new Consent(true, report.digest(), true));
        assertThat(given.people().isUnder("N3", "CG")).isTrue();
        assertThat(given.people().findDepartment("CG").orElseThrow().name().zh()).isEqualTo("市局");
        assertThat(given.people().findDepartment("X")).isEmpty();
    }

    @Test
    void postingsComeInUnderTheSameRulesAsByHand() {
        given.person("A1", "SZ");
        given.person("A2", "SZ");
        given.person("A3", "DBZ");
        given.certificate("A3", "C1", "2022-01-01", "2026-12-31");
        given.post("A1", Post.CHECKER, "2024-01-01");
        String file =
                """
                工号,岗位,机构代码,区域层级,区域代码,开始日期,结束日期,代理谁（工号）
                A1,处置部门经办,SZ,,,2026-09-01,,
                A1,核查员,SZ,,,2024-01-01,2026-08-31,
                A2,监督员,SZ,责任网格,G1,2024-01-01,,
                A1,监督员,SZ,duty_grid,G1,2024-02-01,2024-02-14,A2
                A3,执法人员,DBZ,street,A1,2024-01-01,2026-12-31,
                A3,执法人员,DBZ,street,A2,2024-01-01,,
                A2,皇帝,SZ,,,2024-01-01,,
                A9,核查员,SZ,,,2024-01-01,,
                A2,核查员,SZ,duty_grid,G9,2024-01-01,,
                A2,派遣员,SZ,,,2024-01-01,,
                A3,核查员,SZ,,,2024-01-01,2024-01-31,A2
                """;
        var report = read(TableKind.POSTINGS, file);
        assertThat(report.rejects())
                .extracting(Reject::line, Reject::column, one -> one.why().code())
                .containsExactly(
                        tuple(7, "post", "people.certificate-out-of-date"),
                        tuple(8, "post", "people.unknown-post"),
                        tuple(9, "staff_no", "people.unknown-person"),
                        tuple(10, "unit", "people.unknown-unit"),
                        tuple(11, "post", "people.exclusive-posts"),
                        tuple(12, "deputy_for", "people.unknown-posting"));
        assertThat(whats(report))
                .containsExactly(What.ADDED, What.ENDED, What.ADDED, What.ADDED, What.ADDED);
        imports.run(
                TableKind.POSTINGS, file.getBytes(UTF_8), new Consent(true, report.digest(), true));
        assertThat(given.postsToday("A1")).containsExactly(Post.HANDLER);
        assertThat(given.postsToday("A2")).containsExactly(Post.SUPERVISOR);
        assertThat(given.postsToday("A3")).containsExactly(Post.ENFORCEMENT_OFFICER);
        assertThat(whats(read(TableKind.POSTINGS, file))).hasSize(5).containsOnly(What.UNCHANGED);
        assertThat(codes(read(TableKind.POSTINGS, file.replace("2026-08-31", "2026-12-31"))))
                .contains("people.posting-ended");
    }

    @Test
    void certificatesComeInWithTheirHolders() {
        given.person("A1", "DBZ");
        given.person("A2", "DBZ");
        given.certificate("A1", "C1", "2022-01-01", "2026-12-31");
        String file =
                """
                工号,执法证号,发证日期,有效期至
                A1,C1,2022-01-01,2027-12-31
                A2,C2,2023-01-01,2027-12-31
                A2,C1,2023-01-01,2027-12-31
                A2,C3,2023-01-01,2022-12-31
                A2,C4,,2022-12-31
                A9,C5,2023-01-01,2027-12-31
                """;
        var report = read(TableKind.CERTIFICATES, file);
        assertThat(codes(report))
                .containsExactly(
                        "people.certificate-number-taken",
                        "people.bad-certificate",
                        "people.missing-value",
                        "people.unknown-person");
        assertThat(whats(report)).containsExactly(What.CHANGED, What.ADDED);
    }

    @Test
    void whatIsTakenOutComesInUnchanged() {
        given.staff()
                .savePerson(
                        new NewPerson(
                                "A1",
                                "=李'明,\"x\"",
                                "SZ",
                                Optional.of(LocalDate.of(2020, 1, 1)),
                                Optional.of(LocalDate.of(2030, 1, 1))));
        given.person("A2", "DBZ");
        given.certificate("A2", "鄂-C1", "2022-01-01", "2026-12-31");
        var own = given.postAt("A1", Post.SUPERVISOR, "duty_grid", "G1", "2024-01-01/2026-12-31");
        given.staff().nameDeputy(own.id(), new NewDeputy("A2", TODAY, TODAY.plusDays(9)));
        given.post("A2", Post.ENFORCEMENT_OFFICER, "2024-01-01/2026-12-31");
        var withdrawn = given.post("A2", Post.TEAM_LEADER, "2027-01-01");
        given.staff().endPosting(withdrawn.id(), LocalDate.of(2026, 12, 31), "mistaken");
        given.bean(CitySeparations.class).set("centres-apart", false, "one centre", "sec");
        for (var kind : TableKind.values()) {
            for (boolean chinese : List.of(true, false)) {
                var table = imports.export(kind, chinese);
                assertThat(table.rows()).isNotEmpty();
                for (byte[] file :
                        List.of(
                                SheetWriter.csv(table.header(), table.rows()),
                                SheetWriter.xlsx("t", table.header(), table.rows()))) {
                    var report = imports.run(kind, file, Consent.DRY_RUN);
                    assertThat(report.rejects()).as("%s", kind).isEmpty();
                    assertThat(whats(report))
                            .as("%s", kind)
                            .hasSameSizeAs(table.rows())
                            .containsOnly(What.UNCHANGED);
                }
            }
        }
    }

    @Test
    void thousandsOfRowsComeInAtOnce() {
        var people = new StringBuilder("staff_no,name,department\n");
        var postings = new StringBuilder("staff_no,post,department,level,unit,first_day\n");
        for (int number = 0; number < 5_000; number++) {
            people.append("N%05d,某%d,SZ\n".formatted(number, number));
            postings.append("N%05d,SUPERVISOR,SZ,duty_grid,G1,2024-01-01\n".formatted(number));
        }
        assertThat(apply(TableKind.PEOPLE, people.toString()).changes()).hasSize(5_000);
        assertThat(apply(TableKind.POSTINGS, postings.toString()).changes()).hasSize(5_000);
        assertThat(given.postsToday("N04999")).containsExactly(Post.SUPERVISOR);
    }
}
