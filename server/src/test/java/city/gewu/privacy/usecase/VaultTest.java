package city.gewu.privacy.usecase;

import static city.gewu.privacy.usecase.GivenVault.ASKING;
import static city.gewu.privacy.usecase.GivenVault.reporter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.gewu.audit.AuditEntry;
import city.gewu.database.TestDatabase;
import city.gewu.privacy.DataKind;
import city.gewu.privacy.PersonalData;
import city.gewu.privacy.PersonalData.Asking;
import city.gewu.privacy.PersonalData.NewRecord;
import city.gewu.privacy.PersonalData.OpenedRecord;
import city.gewu.privacy.PhoneNumber;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class VaultTest {

    private static final PhoneNumber PHONE = PhoneNumber.find("13812345678").orElseThrow();

    @TempDir private Path data;

    private GivenVault given;
    private AnnotationConfigApplicationContext context;
    private PersonalData vault;

    @BeforeEach
    void open() {
        given = new GivenVault(TestDatabase.fresh(), data);
        start();
    }

    @AfterEach
    void close() {
        context.close();
    }

    private void start(String... settings) {
        context = given.start(settings);
        vault = context.getBean(PersonalData.class);
    }

    @Test
    void aListShowsTheMaskAndAnOpeningTheText() {
        long id = vault.keep(reporter("17", "王小明", "138-1234-5678"));
        var masked = vault.find(DataKind.REPORTER, "17").orElseThrow();
        assertThat(masked.fields()).isEqualTo(Map.of("name", "王**", "phone", "138****5678"));
        assertThat(masked.id()).isEqualTo(id);
        assertThat(given.recorded).isEmpty();

        var opened = vault.open(id, ASKING);
        assertThat(opened.field("name")).isEqualTo("王小明");
        assertThat(opened.field("phone")).isEqualTo("138-1234-5678");
        assertThat(given.recorded)
                .singleElement()
                .isEqualTo(
                        new AuditEntry(
                                "p1",
                                "personal-data.open",
                                "reporter/17",
                                "done",
                                "10.0.0.7",
                                Map.of("reason", "回访举报人")));
        assertThat(opened).hasToString("OpenedRecord[reporter/17]");
    }

    @Test
    void withoutAReasonNothingIsOpenedCopiedOrErased() {
        long id = vault.keep(reporter("17", "王小明", "13812345678"));
        var silent = new Asking("p1", "  ", "");
        for (Runnable wish :
                List.<Runnable>of(
                        () -> vault.open(id, silent),
                        () -> vault.copy(DataKind.REPORTER, PHONE, silent),
                        () -> vault.erase(DataKind.REPORTER, PHONE, silent),
                        () -> vault.erase(DataKind.REPORTER, "17", silent))) {
            assertThatThrownBy(wish::run).hasMessageContaining("privacy.missing-reason");
        }
        assertThat(vault.find(DataKind.REPORTER, "17")).isPresent();
    }

    @Test
    void keepingAgainReplacesWhatWasKept() {
        vault.keep(reporter("17", "王小明", "13812345678"));
        long id = vault.keep(reporter("17", "李四", "13900000000"));
        assertThat(vault.find(DataKind.REPORTER, "17").orElseThrow().field("name"))
                .isEqualTo("李**");
        assertThat(vault.open(id, ASKING).field("name")).isEqualTo("李四");
        assertThat(vault.copy(DataKind.REPORTER, PHONE, ASKING)).isEmpty();
    }

    @Test
    void aPersonIsFoundByPhoneHoweverItIsWritten() {
        vault.keepAll(
                List.of(
                        reporter("17", "王小明", "138 1234 5678"),
                        reporter("18", "王小明", "+8613812345678"),
                        reporter("19", "李四", "13900000000")));
        vault.keep(new NewRecord(DataKind.STAFF, "p9", Map.of("phone", "13812345678"), never()));
        assertThat(vault.copy(DataKind.REPORTER, PHONE, ASKING))
                .extracting(OpenedRecord::subject)
                .containsExactly("17", "18");
        assertThat(vault.erase(DataKind.REPORTER, PHONE, ASKING)).isEqualTo(2);
        assertThat(vault.findAll(DataKind.REPORTER, List.of("17", "18", "19")))
                .containsOnlyKeys("19");
        assertThat(vault.find(DataKind.STAFF, "p9")).isPresent();
        assertThat(given.recorded)
                .extracting(AuditEntry::action)
                .containsExactly("personal-data.copy", "personal-data.erase");
        assertThat(given.recorded.toString()).doesNotContain("13812345678");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update privacy.record set sealed = overlay(sealed placing '\\x00'::bytea from 20)"
                        + " where subject = '17'",
                "update privacy.record a set sealed = b.sealed from privacy.record b"
                        + " where a.subject = '17' and b.subject = '18'",
                "update privacy.record set subject = case subject when '17' then '18x' else '17' end",
            })
    void anAlteredOrExchangedRecordIsRefused(String tampering) {
        vault.keep(reporter("17", "王小明", "13812345678"));
        vault.keep(reporter("18", "李四", "13900000000"));
        given.db.sql(tampering).update();
        assertThatThrownBy(() -> vault.find(DataKind.REPORTER, "17"))
                .hasMessageContaining("privacy.altered-record");
        long id =
                given.db
                        .sql("select record_id from privacy.record where subject = '17'")
                        .query(Long.class)
                        .single();
        assertThatThrownBy(() -> vault.open(id, ASKING))
                .hasMessageContaining("privacy.altered-record");
    }

    @Test
    void theMasterKeyIsReadableByItsOwnerAlone() throws Exception {
        var file = data.resolve("keys/master.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file).strip()).matches("[0-9a-f]{64}");
    }

    @Test
    void withoutItsMasterKeyTheCityDoesNotStart() throws Exception {
        var file = data.resolve("keys/master.key");
        var right = Files.readString(file);
        Files.delete(file);
        assertThatThrownBy(given::start).hasStackTraceContaining("missing-master-key");
        Files.writeString(file, "ab".repeat(32));
        assertThatThrownBy(given::start).hasStackTraceContaining("wrong-master-key");
        Files.writeString(file, "my password");
        assertThatThrownBy(given::start).hasStackTraceContaining("bad-master-key");
        Files.writeString(file, right);
        start();
    }

    @Test
    void theMasterKeyMayLieElsewhere() throws Exception {
        long id = vault.keep(reporter("17", "王小明", "13812345678"));
        var elsewhere = data.resolve("vault.key");
        Files.move(data.resolve("keys/master.key"), elsewhere);
        start("gewu.privacy.master-key-file=" + elsewhere);
        assertThat(vault.open(id, ASKING).field("name")).isEqualTo("王小明");
    }

    @Test
    void theChineseCipherKeepsAndOpensToo() {
        var sm4 = new GivenVault(TestDatabase.fresh(), data.resolve("sm4"));
        try (var other = sm4.start("gewu.privacy.cipher=sm4")) {
            var data = other.getBean(PersonalData.class);
            long id = data.keep(reporter("17", "王小明", "13812345678"));
            assertThat(data.open(id, ASKING).field("name")).isEqualTo("王小明");
            assertThat(other.getBean(RotateKeys.class).keys().keys().getFirst().cipher())
                    .isEqualTo("sm4");
        }
    }

    @Test
    void anotherCipherInTheSettingIsTakenUpByTheNextRotation() {
        long id = vault.keep(reporter("17", "王小明", "13812345678"));
        assertThat(context.getBean(RotateKeys.class).isDue()).isFalse();
        start("gewu.privacy.cipher=sm4");
        var rotation = context.getBean(RotateKeys.class);
        assertThat(rotation.isDue()).isTrue();
        rotation.begin();
        rotation.finish();
        assertThat(rotation.isDue()).isFalse();
        assertThat(vault.open(id, ASKING).field("name")).isEqualTo("王小明");
        assertThat(rotation.keys().keys())
                .extracting(key -> key.cipher() + " " + key.state() + " " + key.records())
                .containsExactly("sm4 active 1", "aes destroyed 0");
    }

    @Test
    void whoseMatterEndedLongAgoIsForgotten() {
        var retention = context.getBean(EraseInTime.class);
        vault.keepAll(
                List.of(reporter("17", "王小明", "13812345678"), reporter("18", "李四", "13900000000")));
        var until = Optional.of(given.now.plus(Duration.ofDays(10)));
        vault.keep(new NewRecord(DataKind.STAFF, "p9", Map.of("phone", "13812345678"), until));
        assertThat(retention.erase()).isZero();
        given.ended.add("17");
        assertThat(retention.erase()).as("kept just now").isZero();
        given.now = given.now.plus(Duration.ofDays(2));
        assertThat(retention.erase()).isEqualTo(1);
        given.now = given.now.plus(Duration.ofDays(11));
        assertThat(retention.erase()).isEqualTo(1);
        assertThat(vault.findAll(DataKind.REPORTER, List.of("17", "18"))).containsOnlyKeys("18");
        assertThat(given.recorded)
                .extracting(AuditEntry::actor)
                .containsExactly("system:retention", "system:retention");
    }

    private static Optional<Instant> never() {
        return Optional.empty();
    }
}
