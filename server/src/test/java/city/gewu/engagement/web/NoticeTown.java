package city.gewu.engagement.web;

import city.gewu.TestServer.Browser;
import city.gewu.casework.CaseCommand;
import city.gewu.engagement.usecase.TellFollowers;
import city.gewu.messaging.usecase.NoticeDesk;
import city.gewu.people.Post;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A town whose notices go out to stand-ins that answer like a gateway, a push service and a mail
/// server.
final class NoticeTown implements AutoCloseable {

    /// What the gateway was given.
    final List<String> messages = new CopyOnWriteArrayList<>();

    /// What the push service was given.
    final List<String> pushes = new CopyOnWriteArrayList<>();

    private final HttpServer outside;
    private final GreenMail mail;
    private final Street street;
    private volatile int status = 200;

    NoticeTown() throws Exception {
        outside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        take("/sms", messages);
        take("/push", pushes);
        outside.start();
        mail = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        street =
                new Street(
                        "gewu.engagement.challenge-bits=4",
                        "gewu.limits.open-writes=100000",
                        "gewu.notices.quiet=",
                        "gewu.sms.url=" + origin() + "/sms",
                        "gewu.push.hosts=" + origin(),
                        "spring.mail.host=localhost",
                        "spring.mail.port=" + mail.getSmtp().getPort(),
                        "gewu.mail.from=city@example.org",
                        "gewu.wechat.app-id=wx1",
                        "gewu.wechat.script=https://wechat.example/js/sdk.js");
    }

    private void take(String path, List<String> taken) {
        outside.createContext(
                path,
                exchange -> {
                    byte[] body = exchange.getRequestBody().readAllBytes();
                    var sender = exchange.getRequestHeaders().getFirst("Authorization");
                    taken.add(sender + " " + new String(body, StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(status, -1);
                    exchange.close();
                });
    }

    /// Where the gateway and the push service stand.
    String origin() {
        return "http://localhost:" + outside.getAddress().getPort();
    }

    /// What the gateway and the push service answer from now on.
    void answers(int code) {
        status = code;
    }

    void fresh() {
        answers(200);
        settle();
        messages.clear();
        pushes.clear();
    }

    /// Everybody is told what there is to tell.
    void settle() {
        bean(TellFollowers.class).tell();
        while (bean(NoticeDesk.class).sendDue() > 0) {
            // What earlier tests left.
        }
    }

    MimeMessage[] mails() {
        return mail.getReceivedMessages();
    }

    <T> T bean(Class<T> type) {
        return street.server.bean(type);
    }

    Browser signedIn(String username, Post post) throws Exception {
        return signedIn(username, post, "");
    }

    Browser signedIn(String username, Post post, String department) throws Exception {
        return street.server.signedIn(username, post, department);
    }

    Street.Phone phone() {
        return street.phone();
    }

    void give(String number, CaseCommand command) {
        street.give(number, command);
    }

    long count(String sql) {
        return street.count(sql);
    }

    /// What a report says of how its sender can be reached.
    static String contact(String phone) {
        return ",\"wantsAnswer\":true,\"contact\":{\"phone\":\"%s\"}".formatted(phone);
    }

    @Override
    public void close() {
        street.close();
        mail.stop();
        outside.stop(0);
    }
}
