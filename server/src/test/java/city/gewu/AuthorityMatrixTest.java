package city.gewu;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.TestServer.Browser;
import city.gewu.database.TestDatabase;
import city.gewu.people.Post;
import city.gewu.people.Staff;
import city.gewu.people.Staff.NewCertificate;
import city.gewu.people.Staff.NewPerson;
import city.gewu.people.Staff.NewPosting;
import city.gewu.signin.Accounts;
import city.gewu.signin.Accounts.NewAccount;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// Every address of the application, asked by a stranger and by somebody of each post. A new
/// address shows up here as a changed line, closed unless somebody opened it.
class AuthorityMatrixTest {

    private static final Path TABLE = Path.of("src/test/resources/golden/authority.md");
    private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]+)\"");
    private static final String STRANGER = "stranger";
    private static final String YES = "yes";
    private static final String BOUNDARY = "matrix";
    private static final String ONE_FILE =
            "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\na\r\n--%1$s--\r\n"
                    .formatted(BOUNDARY);

    private static TestServer server;
    private static final Map<String, People> PEOPLE = new LinkedHashMap<>();

    /// Somebody of one post, who signs in again when an address has signed them out.
    private record People(Browser browser, String username, String password) {}

    private record Address(String path, String method, RequestMappingInfo info) {

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(TestDatabase.freshProperties());
        PEOPLE.put(STRANGER, new People(server.browser(), "", ""));
        for (Post post : Post.values()) {
            String username = post.name().toLowerCase(Locale.ROOT);
            boolean certified = post == Post.ENFORCEMENT_OFFICER;
            if (certified) {
                postWithCertificate(username);
            }
            server.bean(Accounts.class)
                    .create(
                            new NewAccount(
                                    username, post.name(), certified ? Set.of() : Set.of(post), ""))
                    .ifPresent(made ->
                            PEOPLE.put(
                                    post.name(),
                                    new People(
                                            server.browser(), made.username(), made.password())));
        }
        for (var person : PEOPLE.values()) {
            if (!person.username().isEmpty()) {
                person.browser().signInForGood(person.username(), person.password());
            }
        }
    }

    private static void postWithCertificate(String staffNo) {
        var staff = server.bean(Staff.class);
        var issued = LocalDate.of(2020, 1, 1);
        var expires = LocalDate.of(2099, 12, 31);
        staff.savePerson(new NewPerson(staffNo, staffNo, ""));
        staff.saveCertificates(List.of(new NewCertificate(staffNo, "C1", issued, expires)));
        staff.post(
                new NewPosting(
                        staffNo,
                        Post.ENFORCEMENT_OFFICER,
                        "",
                        "",
                        "",
                        issued,
                        Optional.of(expires)));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whoMayReachWhatIsKnown() throws Exception {
        var rows = new TreeMap<String, Map<String, String>>();
        for (var address : addresses()) {
            var row = new LinkedHashMap<String, String>();
            for (var person : PEOPLE.entrySet()) {
                row.put(person.getKey(), ask(person.getValue(), address));
            }
            rows.put(address.toString(), row);
        }
        assertThat(rows).isNotEmpty();
        GoldenFile.check(TABLE, table(rows));
    }

    private static List<Address> addresses() {
        var addresses = new ArrayList<Address>();
        server.context()
                .getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(mapping ->
                        mapping.getHandlerMethods().keySet().forEach(info -> add(info, addresses)));
        return addresses;
    }

    private static void add(RequestMappingInfo info, List<Address> addresses) {
        var methods = info.getMethodsCondition().getMethods();
        for (String path : info.getPatternValues()) {
            if (methods.isEmpty()) {
                addresses.add(new Address(path, "GET", info));
            }
            methods.forEach(method -> addresses.add(new Address(path, method.name(), info)));
        }
    }

    private static String ask(People person, Address address)
            throws IOException, InterruptedException {
        var answer = send(person.browser(), address);
        if (!person.username().isEmpty()
                && person.browser().get("/api/session").statusCode() != 200) {
            person.browser().signInAgain(person.username());
        }
        boolean refused = answer.statusCode() == 401 || answer.statusCode() == 403;
        return refused ? code(answer) : YES;
    }

    private static HttpResponse<String> send(Browser browser, Address address)
            throws IOException, InterruptedException {
        String path = address.path().replaceAll("\\{[^}]*}", "1").replace("/**", "/1");
        if (address.method().equals("GET")) {
            return browser.get(path);
        }
        boolean file =
                address.info().getConsumesCondition().getConsumableMediaTypes().stream()
                        .anyMatch(MediaType.MULTIPART_FORM_DATA::includes);
        return file
                ? browser.send(
                        browser.request(path)
                                .header("X-XSRF-TOKEN", browser.csrf())
                                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                                .method(address.method(), BodyPublishers.ofString(ONE_FILE)))
                : browser.send(address.method(), path, "{}");
    }

    private static String code(HttpResponse<String> answer) {
        var found = CODE.matcher(answer.body());
        return found.find() ? found.group(1) : Integer.toString(answer.statusCode());
    }

    /// One column for each post; refusals by a letter that the legend explains.
    private static String table(Map<String, Map<String, String>> rows) {
        var codes =
                rows.values().stream()
                        .flatMap(row -> row.values().stream())
                        .filter(code -> !code.equals(YES))
                        .distinct()
                        .sorted()
                        .toList();
        var text = new StringBuilder("# Every address, and what each post gets\n\n");
        text.append(
                "%d addresses, %d posts and a stranger. Case commands stand in %s.\n\n"
                        .formatted(rows.size(), Post.values().length, "`case-transitions.md`"));
        text.append("- `yes`: answered (what the empty request is told then is another matter)\n");
        for (String code : codes) {
            text.append("- `%s`: refused with `%s`\n".formatted(letter(codes, code), code));
        }
        var columns = PEOPLE.keySet();
        text.append("\n| address | %s |\n".formatted(String.join(" | ", columns)));
        text.append("|---|%s\n".formatted("---|".repeat(columns.size())));
        rows.forEach((address, row) ->
                text.append(
                        "| %s | %s |\n"
                                .formatted(
                                        address,
                                        row.values().stream()
                                                .map(answer -> letter(codes, answer))
                                                .collect(Collectors.joining(" | ")))));
        return text.toString();
    }

    private static String letter(List<String> codes, String answer) {
        return answer.equals(YES) ? YES : Character.toString('A' + codes.indexOf(answer));
    }
}
