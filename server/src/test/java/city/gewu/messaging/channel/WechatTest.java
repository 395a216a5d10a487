package city.gewu.messaging.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// The official account, against a server that answers as WeChat's documents say.
class WechatTest {

    private static final Clock THEN =
            Clock.fixed(Instant.ofEpochSecond(1414587457), ZoneOffset.UTC);

    private HttpServer server;
    private int tokens;
    private boolean oldTokenIsOver;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer(
                "/cgi-bin/token",
                _ -> {
                    tokens++;
                    return "{\"access_token\":\"token-%d\",\"expires_in\":7200}".formatted(tokens);
                });
        answer(
                "/cgi-bin/ticket/getticket",
                _ ->
                        "{\"errcode\":0,\"errmsg\":\"ok\",\"ticket\":\"sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg\",\"expires_in\":7200}");
        answer(
                "/cgi-bin/message/template/send",
                query ->
                        oldTokenIsOver && query.contains("token-1")
                                ? "{\"errcode\":40001,\"errmsg\":\"invalid credential\"}"
                                : "{\"errcode\":0,\"errmsg\":\"ok\",\"msgid\":200228332}");
        answer(
                "/sns/oauth2/access_token",
                query ->
                        query.contains("code=good")
                                ? "{\"access_token\":\"A\",\"openid\":\"o6_bmjrPTlm6_2sgVt7hMZOPfL2M\",\"scope\":\"snsapi_base\"}"
                                : "{\"errcode\":40029,\"errmsg\":\"invalid code\"}");
        server.start();
    }

    private void answer(String path, Function<String, String> answer) {
        server.createContext(
                path,
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    byte[] body =
                            answer.apply(exchange.getRequestURI().getQuery())
                                    .getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private Wechat wechat() {
        return new Wechat(
                THEN, "http://localhost:" + server.getAddress().getPort(), "wx1", "secret");
    }

    @Test
    void theSignatureIsThatOfTheDocuments() throws Exception {
        var signed =
                wechat().sign("http://mp.weixin.qq.com?params=value#there", "Wm3WZYTPz0wzccnW");
        assertThat(signed.timestamp()).isEqualTo(1414587457);
        assertThat(signed.signature()).isEqualTo("0f9de62fce790f9a083d5c99e95740ceb90c27ed");
    }

    @Test
    void aTokenThatIsOverIsFetchedAnewOnce() throws Exception {
        var wechat = wechat();
        var message = JsonMapper.builder().build().createObjectNode().put("touser", "o");
        assertThat(wechat.sendTemplate(message)).isZero();
        assertThat(wechat.sendTemplate(message)).isZero();
        assertThat(tokens).isEqualTo(1);
        oldTokenIsOver = true;
        assertThat(wechat.sendTemplate(message)).isZero();
        assertThat(tokens).isEqualTo(2);
    }

    @Test
    void aVisitIsKnownByItsCodeAlone() throws Exception {
        assertThat(wechat().findOpenId("good")).hasValue("o6_bmjrPTlm6_2sgVt7hMZOPfL2M");
        assertThat(wechat().findOpenId("bad")).isEmpty();
    }
}
