package city.gewu.patrol;

import city.gewu.TestServer;
import city.gewu.TestServer.Browser;
import city.gewu.casework.CaseCommand;
import city.gewu.casework.CaseId;
import city.gewu.casework.Casework;
import city.gewu.casework.FieldCases;
import city.gewu.catalogue.Catalogue;
import city.gewu.database.TestDatabase;
import city.gewu.evidence.Evidence;
import city.gewu.people.Actor;
import city.gewu.people.Department;
import city.gewu.people.People;
import city.gewu.people.Post;
import city.gewu.people.Staff;
import city.gewu.people.Staff.NewPosting;
import city.gewu.platform.Named;
import city.gewu.signin.Accounts;
import city.gewu.signin.Accounts.NewAccount;
import city.gewu.territory.City;
import city.gewu.territory.GeoJson;
import city.gewu.territory.Level;
import city.gewu.territory.Territory;
import city.gewu.territory.Territory.UnitImport;
import city.gewu.worktime.Worktime;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole application with a town of two wards (W1 west, W2 east of the 112.1st meridian) of
/// four grids each, and people with phones.
public final class FieldTown implements AutoCloseable {

    public static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String CATALOGUE =
            """
            kind,major_code,major_zh,major_en,minor_code,minor_zh,minor_en,confidence,condition,filing_zh,filing_en,closing_zh,closing_en,limit_amount,limit_unit
            INCIDENT,E01,街面,Street,E0113,路灯,Lamp,high,1,不亮,Dark,亮,Lit,4,URGENT_HOUR
            """;

    private final TestServer server;
    private final Map<String, Browser> phones = new HashMap<>();
    private final Random random = new Random(1);

    private FieldTown(TestServer server) {
        this.server = server;
    }

    public static FieldTown open(String... settings) {
        var town =
                new FieldTown(
                        TestServer.start(
                                Stream.concat(
                                                Stream.of(TestDatabase.freshProperties()),
                                                Stream.of(settings))
                                        .toArray(String[]::new)));
        town.settle();
        return town;
    }

    /// The town of a server that was started elsewhere.
    public static FieldTown of(TestServer server) {
        return new FieldTown(server);
    }

    /// Makes the town.
    public void settle() {
        settle(server.bean(Territory.class), server.bean(Catalogue.class));
        var people = server.bean(People.class);
        people.saveDepartment(department("centre", "中心"));
        people.saveDepartment(department("roads", "道路"));
        people.saveDepartment(department("parks", "园林"));
        try (var calendar = Files.newInputStream(Path.of("../examples/jingmen/calendar.yaml"))) {
            server.bean(Worktime.class).importCalendar("calendar.yaml", calendar);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void settle(Territory territory, Catalogue catalogue) {
        territory.defineCity(
                new City(
                        "T",
                        new Named("小城", "Town"),
                        ZoneId.of("Asia/Shanghai"),
                        List.of(
                                new Level(1, "city", new Named("全市", "City"), ""),
                                new Level(2, "ward", new Named("片区", "Ward"), "city"),
                                new Level(3, "grid", new Named("网格", "Grid"), "ward")),
                        112.1,
                        31.05,
                        10,
                        false));
        territory.importUnits(
                level("ward", ""),
                new GeoJson().box("W1", 0, 0, 10, 10).box("W2", 10, 0, 20, 10).stream(),
                _ -> {});
        territory.importUnits(
                level("grid", "{up}"),
                new GeoJson()
                                .box("W11", 0, 0, 5, 5)
                                .box("W12", 5, 0, 10, 5)
                                .box("W13", 0, 5, 5, 10)
                                .box("W14", 5, 5, 10, 10)
                                .box("W21", 10, 0, 15, 5)
                                .box("W22", 15, 0, 20, 5)
                                .box("W23", 10, 5, 15, 10)
                                .box("W24", 15, 5, 20, 10)
                                .stream(),
                _ -> {});
        catalogue.importScheme("1", "c.csv", GeoJson.stream(CATALOGUE));
    }

    private static UnitImport level(String level, String parent) {
        return new UnitImport(
                level, level + ".geojson", "", "{code}", "{name}", "{name}", parent, "2020-01-01");
    }

    private static Department department(String code, String name) {
        return new Department(code, new Named(name, code), "", "unit");
    }

    public <T> T bean(Class<T> type) {
        return server.bean(type);
    }

    public TestServer server() {
        return server;
    }

    public JdbcClient db() {
        return server.bean(JdbcClient.class);
    }

    /// Takes somebody on, with a post in a ward or in a grid (`W1/W12`), in the whole city when it
    /// is empty, and a phone that is signed in.
    public Actor hire(String name, Post post, String department, String ward) throws Exception {
        var made =
                server.bean(Accounts.class)
                        .create(new NewAccount(name, name, Set.of(), department))
                        .orElseThrow();
        var staff = server.bean(Staff.class);
        boolean grid = ward.contains("/");
        staff.post(
                new NewPosting(
                        name,
                        post,
                        department,
                        ward.isEmpty() ? "" : grid ? "grid" : "ward",
                        grid ? ward.substring(ward.indexOf('/') + 1) : ward,
                        LocalDate.of(2020, 1, 1),
                        Optional.empty()));
        var phone = server.browser();
        phone.signInForGood(made.username(), made.password());
        phones.put(name, phone);
        return actor(name);
    }

    public Actor actor(String name) {
        var person = server.bean(Staff.class).findPerson(name).orElseThrow();
        return server.bean(People.class).findActor(person.id()).orElseThrow();
    }

    public Browser phone(String name) {
        var phone = phones.get(name);
        if (phone == null) {
            throw new IllegalStateException(name + " has no phone.");
        }
        return phone;
    }

    public HttpResponse<String> post(String name, String path, String json) throws Exception {
        return phone(name).send("POST", path, json);
    }

    public JsonNode posted(String name, String path, String json) throws Exception {
        var answer = post(name, path, json);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Not done: " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    public JsonNode got(String name, String path) throws Exception {
        var answer = phone(name).get(path);
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Not answered: " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    /// A photo that has arrived; each is another.
    public String photo(String name) throws IOException {
        var image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 40; x++) {
            image.setRGB(x, x % 30, random.nextInt(0xffffff));
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return server.bean(Evidence.class)
                .keep(new ByteArrayInputStream(bytes.toByteArray()), actor(name))
                .value();
    }

    /// Gives a command of the centre on the case as it stands.
    public void command(long id, CaseCommand command, Actor actor) {
        var version =
                server.bean(FieldCases.class).findCase(new CaseId(id)).orElseThrow().version();
        server.bean(Casework.class).command(new CaseId(id), version, command, actor);
    }

    @Override
    public void close() {
        server.close();
    }
}
