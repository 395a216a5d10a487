package city.gewu.assessment;

import city.gewu.assessment.Assessment.Figure;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A table of figures (考评表) on its way into a file or onto a terminal. It ends when closed; the
/// writer below stays open.
public abstract sealed class FigureTable implements Consumer<Figure>, Closeable {

    private static final List<String> COLUMNS =
            List.of(
                    "period",
                    "subject_kind",
                    "subject",
                    "indicator",
                    "numerator",
                    "denominator",
                    "value");

    private FigureTable() {}

    public static FigureTable open(FigureFormat format, Writer out) {
        return switch (format) {
            case TABLE -> new Aligned(out);
            case CSV -> new Csv(out);
            case JSON -> new Json(out);
        };
    }

    private static void write(Writer out, String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Csv extends FigureTable {
        private final Writer out;
        private final CsvWriter csv;

        private Csv(Writer out) {
            this.out = out;
            csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).bufferSize(0).build(out);
            csv.writeRecord(COLUMNS);
        }

        @Override
        public void accept(Figure figure) {
            csv.writeRecord(
                    figure.period(),
                    figure.subjectKind(),
                    figure.subject(),
                    figure.indicator(),
                    Long.toString(figure.numerator()),
                    Long.toString(figure.denominator()),
                    figure.value());
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }

    private static final class Json extends FigureTable {
        private final StringWriter line = new StringWriter();
        private final Writer out;
        private final JsonGenerator json;
        private String before = "[\n";

        private Json(Writer out) {
            this.out = out;
            json =
                    JsonFactory.builder()
                            .rootValueSeparator("")
                            .build()
                            .createGenerator(ObjectWriteContext.empty(), line);
        }

        @Override
        public void accept(Figure figure) {
            json.writeStartObject();
            json.writeStringProperty("period", figure.period());
            json.writeStringProperty("subject_kind", figure.subjectKind());
            json.writeStringProperty("subject", figure.subject());
            json.writeStringProperty("indicator", figure.indicator());
            json.writeNumberProperty("numerator", figure.numerator());
            json.writeNumberProperty("denominator", figure.denominator());
            json.writeStringProperty("value", figure.value());
            json.writeEndObject();
            json.flush();
            write(out, before + line);
            line.getBuffer().setLength(0);
            before = ",\n";
        }

        @Override
        public void close() throws IOException {
            json.close();
            out.write(before.equals(",\n") ? "\n]\n" : "[]\n");
            out.flush();
        }
    }

    /// Waits for the last figure, since only then every column knows its width.
    private static final class Aligned extends FigureTable {
        private final Writer out;
        private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        private final LinkedHashSet<String> indicators = new LinkedHashSet<>();
        private String kind = "subject";

        private Aligned(Writer out) {
            this.out = out;
        }

        @Override
        public void accept(Figure figure) {
            kind = figure.subjectKind();
            indicators.add(figure.indicator());
            rows.computeIfAbsent(figure.subject(), _ -> new LinkedHashMap<>())
                    .put(figure.indicator(), figure.value());
        }

        @Override
        public void close() throws IOException {
            var lines = new ArrayList<List<String>>();
            lines.add(line(kind, indicators));
            rows.forEach((subject, values) -> lines.add(line(subject, valuesOf(values))));
            var widths = new int[indicators.size() + 1];
            for (var line : lines) {
                for (int i = 0; i < widths.length; i++) {
                    widths[i] = Math.max(widths[i], width(line.get(i)));
                }
            }
            for (var line : lines) {
                out.write(align(line, widths));
            }
            out.flush();
        }

        private List<String> valuesOf(Map<String, String> values) {
            return indicators.stream().map(code -> values.getOrDefault(code, "")).toList();
        }

        private static List<String> line(String first, Iterable<String> others) {
            var line = new ArrayList<String>();
            line.add(first);
            others.forEach(line::add);
            return line;
        }

        private static String align(List<String> line, int[] widths) {
            var text = new StringBuilder(line.getFirst());
            text.repeat(' ', widths[0] - width(line.getFirst()));
            for (int i = 1; i < widths.length; i++) {
                text.repeat(' ', widths[i] - width(line.get(i)) + 2).append(line.get(i));
            }
            return text.append('\n').toString();
        }

        /// Columns of a terminal: a Chinese character takes two.
        private static int width(String text) {
            return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
        }

        private static boolean isWide(int point) {
            return Character.isIdeographic(point)
                    || (point >= 0x3000 && point <= 0x30ff)
                    || (point >= 0xff00 && point <= 0xff60);
        }
    }
}
