package city.gewu.engagement.web;

import static city.gewu.engagement.web.NoticeTown.contact;
import static city.gewu.engagement.web.Street.json;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.TestServer.Browser;
import city.gewu.casework.CaseCommand.Accept;
import city.gewu.casework.CaseCommand.Dispatch;
import city.gewu.casework.CaseCommand.File;
import city.gewu.engagement.usecase.TellStaff;
import city.gewu.messaging.NewNotice;
import city.gewu.messaging.Notices;
import city.gewu.messaging.Recipient;
import city.gewu.messaging.usecase.ForgetNotices;
import city.gewu.messaging.usecase.NoticeDesk;
import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.people.Post;
import city.gewu.platform.Named;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// What staff are told, and what they read of the notices of others.
class StaffNoticesTest {

    private static NoticeTown town;

    @BeforeAll
    static void start() throws Exception {
        town = new NoticeTown();
    }

    @BeforeEach
    void fresh() {
        town.fresh();
    }

    @AfterAll
    static void stop() {
        town.close();
    }

    @Test
    void theBellRingsForStaffAndIsRead() throws Exception {
        Browser handler = town.signedIn("handler", Post.HANDLER);
        String account = json(handler.get("/api/session")).get("account").get("id").asString();
        var notice =
                new NewNotice(
                        new Recipient(Recipient.Kind.STAFF, account),
                        "case-urged",
                        Map.of("number", "T1", "category", "路灯"),
                        "zh",
                        "case/1/urged");
        var notices = town.bean(Notices.class);
        assertThat(notices.send(List.of(notice))).isEqualTo(1);
        assertThat(notices.send(List.of(notice))).isZero();
        var bell = json(handler.get("/api/notices"));
        assertThat(bell.get("unread").asInt()).isEqualTo(1);
        assertThat(bell.get("items").get(0).get("body").get("zh").asString())
                .isEqualTo("案件 T1（路灯）被催办。");
        long id = bell.get("items").get(0).get("id").asLong();
        var read = handler.send("POST", "/api/notices/readings", "{\"upTo\":%d}".formatted(id));
        assertThat(json(read).get("unread").asInt()).isZero();
        assertThat(json(handler.get("/api/notices?unread=true")).get("items")).isEmpty();
    }

    @Test
    void theDepartmentHearsOfADispatchOnce() throws Exception {
        town.bean(People.class)
                .saveDepartment(new Department("roads", new Named("市政", "Roads"), "", "bureau"));
        var handler = town.signedIn("roadman", Post.HANDLER, "roads");
        var tell = town.bean(TellStaff.class);
        tell.tell();
        var sent = town.phone().reported("派遣要告知部门", "");
        String number = sent.get("number").asString();
        town.give(number, new Accept());
        town.give(number, new File("E0113", Optional.of("1")));
        town.give(number, new Dispatch("roads", List.of(), Optional.empty()));
        assertThat(tell.tell()).isEqualTo(1);
        assertThat(tell.tell()).isZero();
        var bell = json(handler.get("/api/notices"));
        assertThat(bell.get("items").get(0).get("body").get("en").asString()).contains(number);
    }

    @Test
    void theFatesAreReadPageByPageAndNoneIsLeftOut() throws Exception {
        town.phone().reported("很多通知的去向", contact("12004718293"));
        var lead = town.signedIn("pager", Post.SHIFT_LEAD);
        for (int i = 0; i < 40; i++) {
            tell("page/" + i);
        }
        var seen = new HashSet<Long>();
        long before = Long.MAX_VALUE;
        for (var page = fates(lead, before); !page.isEmpty(); page = fates(lead, before)) {
            for (var fate : page) {
                before = fate.get("delivery").asLong();
                seen.add(before);
            }
        }
        assertThat((long) seen.size())
                .isEqualTo(town.count("select count(*) from messaging.delivery"));
        assertThat(town.count("select count(*) from messaging.delivery")).isGreaterThan(50);
    }

    @Test
    void readNoticesAreForgottenAfterHalfAYearAndUnreadOnesAfterTwo() throws Exception {
        tell("old-read");
        tell("old-unread");
        tell("ancient");
        tell("fresh");
        age("old-read", 200, "read_at = now() - interval '190 days'");
        age("old-unread", 200, "read_at = null");
        age("ancient", 800, "read_at = null");
        assertThat(town.bean(ForgetNotices.class).forget()).isEqualTo(2);
        assertThat(
                        town.bean(JdbcClient.class)
                                .sql(
                                        """
                                        select key from messaging.notice
                                        where key in ('old-read', 'old-unread', 'ancient', 'fresh')
                                        order by key
                                        """)
                                .query(String.class)
                                .list())
                .containsExactly("fresh", "old-unread");
    }

    private static void age(String key, int days, String more) {
        town.bean(JdbcClient.class)
                .sql(
                        "update messaging.notice set made_at = now() - :days * interval '1 day', "
                                + more
                                + " where key = :key")
                .param("days", days)
                .param("key", key)
                .update();
    }

    /// Tells somebody on two ways at once.
    private static void tell(String key) {
        town.bean(NoticeDesk.class)
                .send(
                        List.of(
                                new NewNotice(
                                        new Recipient(Recipient.Kind.STAFF, "account:somebody"),
                                        "report-held",
                                        Map.of(),
                                        "zh",
                                        key)));
        town.bean(JdbcClient.class)
                .sql(
                        """
                        insert into messaging.delivery (notice_id, channel, state, next_at)
                        select notice_id, 'push', 'sent', now()
                        from messaging.notice
                        where key = :key
                        on conflict do nothing
                        """)
                .param("key", key)
                .update();
    }

    private static JsonNode fates(Browser lead, long before) throws Exception {
        return json(lead.get("/api/notice-fates?before=" + before));
    }
}
