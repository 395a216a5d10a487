package city.gewu.privacy.usecase;

import static city.gewu.privacy.usecase.GivenVault.ASKING;
import static city.gewu.privacy.usecase.GivenVault.reporter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.gewu.database.TestDatabase;
import city.gewu.privacy.DataKind;
import city.gewu.privacy.PersonalData;
import city.gewu.privacy.PersonalData.NewRecord;
import city.gewu.privacy.store.RecordStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class RotationTest {

    private static final int ROWS = 100_000;

    @TempDir private Path data;

    @Test
    void aHundredThousandRowsChangeTheirKeyWhilePeopleWork() throws Exception {
        var given = new GivenVault(TestDatabase.fresh(), data);
        try (var context = given.start();
                var other = given.start()) {
            var crowd = new Crowd(context.getBean(PersonalData.class));
            var second = new Crowd(other.getBean(PersonalData.class), crowd.phones);
            long filled = System.nanoTime();
            crowd.fill();
            double filling = seconds(filled);

            var rotation = context.getBean(RotateKeys.class);
            var working = new ArrayList<Future<Long>>();
            try (var threads = Executors.newFixedThreadPool(6)) {
                for (int i = 0; i < 3; i++) {
                    working.add(threads.submit(crowd));
                    working.add(threads.submit(second));
                }
                long started = System.nanoTime();
                rotation.begin();
                rotation.finish();
                double rotating = seconds(started);
                crowd.over.set(true);
                second.over.set(true);
                long requests = 0;
                for (var one : working) {
                    requests += one.get();
                }
                System.out.printf(
                        "%,d rows kept in %.1f s; rotated in %.1f s (%,.0f rows/s)"
                                + " with %,d requests beside it%n",
                        ROWS, filling, rotating, ROWS / rotating, requests);
                assertThat(requests).isPositive();
            }
            assertThat(rotation.keys().keys())
                    .extracting(key -> key.state() + " " + key.records())
                    .containsExactly("active " + crowd.phones.size(), "destroyed 0");
            assertThat(rotation.keys().rotation().orElseThrow().finishedAt()).isPresent();
            crowd.checkAll(context);
            crowd.checkAll(other);
        }
    }

    @Test
    void aRotationThatWasCutOffGoesOn() {
        var given = new GivenVault(TestDatabase.fresh(), data);
        try (var context = given.start()) {
            var vault = context.getBean(PersonalData.class);
            vault.keep(reporter("1", "王小明", "13812345678"));
            context.getBean(RotateKeys.class).begin();
            try (var restarted = given.start()) {
                var rotation = restarted.getBean(RotateKeys.class);
                assertThat(rotation.isUnfinished()).isTrue();
                assertThatThrownBy(rotation::begin).hasMessageContaining("rotation-running");
                rotation.finish();
                assertThat(rotation.isUnfinished()).isFalse();
                assertThat(vault.find(DataKind.REPORTER, "1").orElseThrow().field("name"))
                        .isEqualTo("王**");
                var last = rotation.keys().rotation().orElseThrow();
                assertThat(last.done()).isEqualTo(1);
                assertThat(last.total()).isEqualTo(1);
            }
        }
    }

    @Test
    void anAlteredRowKeepsItsOldKeyAndStopsNobody() {
        var given = new GivenVault(TestDatabase.fresh(), data);
        try (var context = given.start()) {
            var vault = context.getBean(PersonalData.class);
            vault.keep(reporter("1", "王小明", "13812345678"));
            vault.keep(reporter("2", "李四", "13900000000"));
            given.db
                    .sql(
                            "update privacy.record set sealed = sealed || '\\x00'::bytea"
                                    + " where subject = '1'")
                    .update();
            var rotation = context.getBean(RotateKeys.class);
            rotation.begin();
            rotation.finish();
            assertThat(rotation.keys().keys())
                    .extracting(key -> key.state() + " " + key.records())
                    .containsExactly("active 1", "retiring 1");
            assertThat(vault.find(DataKind.REPORTER, "2")).isPresent();
        }
    }

    @Test
    void aKeyIsChangedWhenItIsAYearOld() {
        var given = new GivenVault(TestDatabase.fresh(), data);
        try (var context = given.start()) {
            var rotation = context.getBean(RotateKeys.class);
            given.now = given.now.plus(Duration.ofDays(364));
            assertThat(rotation.isDue()).isFalse();
            given.now = given.now.plus(Duration.ofDays(2));
            assertThat(rotation.isDue()).isTrue();
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    /// People who keep, read and open, and remember what is right.
    private static final class Crowd implements Callable<Long> {

        private final PersonalData vault;
        private final Map<String, String> phones;
        private final AtomicBoolean over = new AtomicBoolean();
        private static final AtomicLong NEXT = new AtomicLong(ROWS);

        Crowd(PersonalData vault) {
            this(vault, new ConcurrentHashMap<>());
        }

        Crowd(PersonalData vault, Map<String, String> phones) {
            this.vault = vault;
            this.phones = phones;
        }

        void fill() {
            for (int from = 0; from < ROWS; from += 1000) {
                var batch = new ArrayList<NewRecord>();
                for (int i = from; i < from + 1000; i++) {
                    batch.add(fresh(Integer.toString(i)));
                }
                vault.keepAll(batch);
            }
        }

        private NewRecord fresh(String subject) {
            String phone = "1200%07d".formatted(Integer.parseInt(subject));
            phones.put(subject, phone);
            return reporter(subject, "王某" + subject, phone);
        }

        @Override
        public Long call() {
            var random = ThreadLocalRandom.current();
            long requests = 0;
            while (!over.get()) {
                check(Integer.toString(random.nextInt(ROWS)));
                vault.keep(fresh(Long.toString(NEXT.getAndIncrement())));
                requests += 3;
            }
            return requests;
        }

        private void check(String subject) {
            String phone = phones.getOrDefault(subject, "");
            var masked = vault.find(DataKind.REPORTER, subject).orElseThrow();
            assertThat(masked.field("phone"))
                    .isEqualTo(phone.substring(0, 3) + "****" + phone.substring(7));
            assertThat(vault.open(masked.id(), ASKING).field("phone")).isEqualTo(phone);
        }

        /// Every row as the database has it opens to what was kept.
        void checkAll(AnnotationConfigApplicationContext server) {
            var store = server.getBean(RecordStore.class);
            var lock = server.getBean(RecordLock.class);
            var subjects = List.copyOf(phones.keySet());
            for (int from = 0; from < subjects.size(); from += 5000) {
                var page = subjects.subList(from, Math.min(from + 5000, subjects.size()));
                assertThat(store.listBySubject("reporter", page))
                        .hasSize(page.size())
                        .allSatisfy(sealed ->
                                assertThat(RecordLock.fields(lock.open(sealed).orElseThrow()))
                                        .containsEntry("phone", phones.get(sealed.subject()))
                                        .containsEntry("name", "王某" + sealed.subject()));
            }
        }
    }
}
