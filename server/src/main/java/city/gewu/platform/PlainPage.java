package city.gewu.platform;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A page that needs no script (无脚本页面): the words of one language, escaped, in the look of the
/// apps. Every text that is added is escaped; tags come from here alone.
public final class PlainPage {

    /// So many columns a page has room for; more are scrolled, with the first standing still.
    private static final int READABLE = 5;

    private final boolean english;
    private final StringBuilder body = new StringBuilder();
    private final String title;

    /// @param language `en` for English, anything else is Chinese
    public PlainPage(String language, Named title) {
        this.english = language.toLowerCase(Locale.ROOT).startsWith("en");
        this.title = word(title);
        body.append("<h1>").append(escaped(this.title)).append("</h1>\n");
    }

    public String word(Named words) {
        return english ? words.en() : words.zh();
    }

    public String word(String zh, String en) {
        return english ? en : zh;
    }

    public PlainPage heading(String text) {
        body.append("<h2>").append(escaped(text)).append("</h2>\n");
        return this;
    }

    public PlainPage paragraph(String text) {
        body.append("<p>").append(escaped(text)).append("</p>\n");
        return this;
    }

    /// @param items shown in their order
    public PlainPage list(List<String> items) {
        body.append("<ol>\n");
        items.forEach(item -> body.append("<li>").append(escaped(item)).append("</li>\n"));
        body.append("</ol>\n");
        return this;
    }

    /// A table with a line of headings; the first cell of a row is its heading.
    public PlainPage table(String caption, List<String> headings, List<List<String>> rows) {
        return openTable(
                caption,
                headings,
                rows.stream().map(row -> row.stream().map(Cell::of).toList()).toList());
    }

    /// A cell of a table.
    ///
    /// @param address where it leads; empty text for nowhere
    public record Cell(String text, String address) {

        public static Cell of(String text) {
            return new Cell(text, "");
        }

        private String html() {
            return address.isEmpty()
                    ? escaped(text)
                    : "<a href=\"%s\">%s</a>".formatted(escaped(address), escaped(text));
        }
    }

    /// A table whose cells lead on. On a narrow screen the style sets each row as a card; the roles
    /// keep it a table for whoever hears it, and each cell bears its heading.
    public PlainPage openTable(String caption, List<String> headings, List<List<Cell>> rows) {
        body.append(
                "<div class=\"%s\" tabindex=\"0\" role=\"region\" aria-label=\"%s\">\n"
                        .formatted(
                                headings.size() > READABLE ? "wide" : "scroll", escaped(caption)));
        body.append("<table role=\"table\">\n<caption>").append(escaped(caption));
        body.append("</caption>\n<tr role=\"row\" class=\"head\">");
        headings.forEach(one ->
                body.append("<th scope=\"col\" role=\"columnheader\">")
                        .append(escaped(one))
                        .append("</th>"));
        body.append("</tr>\n");
        for (var row : rows) {
            body.append("<tr role=\"row\"><th scope=\"row\" role=\"rowheader\">");
            body.append(row.getFirst().html()).append("</th>");
            for (int i = 1; i < row.size(); i++) {
                body.append(
                        "<td role=\"cell\" data-label=\"%s\">%s</td>"
                                .formatted(escaped(headings.get(i)), row.get(i).html()));
            }
            body.append("</tr>\n");
        }
        body.append("</table>\n</div>\n");
        return this;
    }

    /// A picture of our own server.
    public PlainPage picture(String address, String text) {
        body.append("<img src=\"%s\" alt=\"%s\">\n".formatted(escaped(address), escaped(text)));
        return this;
    }

    public PlainPage link(String address, String text) {
        body.append("<p><a href=\"%s\">%s</a></p>\n".formatted(escaped(address), escaped(text)));
        return this;
    }

    /// What went wrong; read out at once.
    public PlainPage warning(String text) {
        body.append("<p role=\"alert\" class=\"warning\">").append(escaped(text)).append("</p>\n");
        return this;
    }

    /// A form that brings something, photos too.
    public PlainPage post(String action, List<Input> inputs, String button) {
        body.append(
                "<form method=\"post\" enctype=\"multipart/form-data\" class=\"long\" action=\"%s\">\n"
                        .formatted(escaped(action)));
        inputs.forEach(one -> body.append(one.html()).append('\n'));
        body.append("<input type=\"hidden\" name=\"lang\" value=\"%s\">\n".formatted(language()));
        body.append("<button type=\"submit\">%s</button>\n</form>\n".formatted(escaped(button)));
        return this;
    }

    /// A field of a form that brings something, as its HTML.
    public record Input(String html) {

        public static Input hidden(String name, String value) {
            return new Input(
                    "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                            .formatted(escaped(name), escaped(value)));
        }

        public static Input line(String name, String label, String value, boolean required) {
            return new Input(
                    "<label>%s <input name=\"%s\" value=\"%s\" maxlength=\"100\"%s></label>"
                            .formatted(
                                    escaped(label),
                                    escaped(name),
                                    escaped(value),
                                    required ? " required" : ""));
        }

        /// Several lines that must be filled in.
        public static Input area(String name, String label, String value) {
            return new Input(
                    "<label>%s <textarea name=\"%s\" rows=\"4\" maxlength=\"500\" required>%s</textarea></label>"
                            .formatted(escaped(label), escaped(name), escaped(value)));
        }

        public static Input choice(String name, String label, String value, List<Option> options) {
            var html = new StringBuilder();
            html.append("<label>%s <select name=\"%s\">".formatted(escaped(label), escaped(name)));
            options.forEach(one -> html.append(option(one, value)));
            return new Input(html.append("</select></label>").toString());
        }

        public static Input photo(String name, String label) {
            return new Input(
                    "<label>%s <input type=\"file\" name=\"%s\" accept=\"image/*\"></label>"
                            .formatted(escaped(label), escaped(name)));
        }
    }

    private static String option(Option one, String value) {
        return "<option value=\"%s\"%s>%s</option>"
                .formatted(
                        escaped(one.value()),
                        one.value().equals(value) ? " selected" : "",
                        escaped(one.text()));
    }

    /// A form that asks again with a choice or a text.
    public PlainPage form(String action, List<Field> fields, String button) {
        return form(action, Map.of(), fields, button);
    }

    /// @param kept asked again as it is, unseen
    public PlainPage form(
            String action, Map<String, String> kept, List<Field> fields, String button) {
        body.append("<form method=\"get\" action=\"%s\">\n".formatted(escaped(action)));
        body.append("<input type=\"hidden\" name=\"lang\" value=\"%s\">\n".formatted(language()));
        new TreeMap<>(kept).forEach((name, value) -> body.append(Input.hidden(name, value).html()));
        fields.forEach(this::field);
        body.append("<button type=\"submit\">%s</button>\n</form>\n".formatted(escaped(button)));
        return this;
    }

    /// @param options value and text of each choice; empty for a line to type into
    public record Field(String name, String label, String value, List<Option> options) {

        public Field {
            options = List.copyOf(options);
        }
    }

    public record Option(String value, String text) {}

    private void field(Field field) {
        body.append("<label>").append(escaped(field.label())).append(' ');
        if (field.options().isEmpty()) {
            body.append(
                    "<input name=\"%s\" value=\"%s\">"
                            .formatted(escaped(field.name()), escaped(field.value())));
        } else {
            body.append("<select name=\"%s\">".formatted(escaped(field.name())));
            field.options().forEach(one -> body.append(option(one, field.value())));
            body.append("</select>");
        }
        body.append("</label>\n");
    }

    /// An address of a page in the language of this one.
    ///
    /// @param names names and values of what is asked, in turn
    public String address(String path, String... names) {
        var address = new StringBuilder(path).append("?lang=").append(language());
        for (int i = 0; i < names.length; i += 2) {
            address.append('&')
                    .append(names[i])
                    .append('=')
                    .append(URLEncoder.encode(names[i + 1], StandardCharsets.UTF_8));
        }
        return address.toString();
    }

    private String language() {
        return english ? "en" : "zh";
    }

    /// The whole page.
    public String html() {
        var links = new ArrayList<String>();
        links.add(anchor("/open/pages/report", word("上报问题", "Report a problem")));
        links.add(anchor("/open/pages/reports", word("查询上报", "Follow a report")));
        links.add(anchor("/open/pages/nearby", word("附近问题", "Reported nearby")));
        links.add(anchor("/open/pages/facilities", word("便民设施", "Facilities")));
        links.add(anchor("/open/pages/assessment", word("考评公开", "Assessment")));
        links.add(anchor("/open/pages/months", word("月度通报", "Month by month")));
        return """
        <!doctype html>
        <html lang="%s">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title>
        <meta name="description" content="%s">
        <link rel="icon" href="/m/icon-192.png">
        <link rel="stylesheet" href="/open/pages/tokens.css">
        <link rel="stylesheet" href="/open/pages/page.css">
        </head>
        <body>
        <nav>%s</nav>
        <main>
        %s</main>
        </body>
        </html>
        """
                .formatted(
                        english ? "en" : "zh-CN",
                        escaped(title),
                        escaped(title),
                        String.join(" ", links),
                        body);
    }

    private String anchor(String address, String text) {
        return "<a href=\"%s?lang=%s\">%s</a>".formatted(address, language(), escaped(text));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
