package city.gewu.appraisal.model;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.appraisal.MarkTable;
import city.gewu.appraisal.MarkTable.Mark;
import city.gewu.appraisal.MarkTable.Row;
import city.gewu.appraisal.model.FactSheet.Exempted;
import city.gewu.appraisal.model.Scoring.Fact;
import city.gewu.appraisal.model.WordFile.Column;
import city.gewu.engine.indicator.FigureUnit;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/// What is frozen has one writing, and reads back as what it was.
class CanonicalTest {

    private static final FactSheet FACTS =
            FactSheet.of(
                    "department",
                    "2026-09",
                    Map.of(
                            "roads",
                            Map.of(
                                    "on_time_rate", new Fact(8, 10, "0.800000"),
                                    "cases_filed", new Fact(12, 1, "12")),
                            "parks",
                            Map.of("on_time_rate", new Fact(0, 0, ""))));

    @Test
    void factsReadBackAndAreWrittenInOneOrder() {
        assertThat(new String(FACTS.canonicalBytes(), UTF_8))
                .isEqualTo(
                        """
                        facts/1\tdepartment\t2026-09
                        fact\tparks\ton_time_rate\t0\t0\t
                        fact\troads\tcases_filed\t12\t1\t12
                        fact\troads\ton_time_rate\t8\t10\t0.800000
                        """);
        assertThat(FactSheet.read(FACTS.canonicalBytes())).isEqualTo(FACTS);
        var other = new HashMap<String, Map<String, Fact>>();
        FACTS.facts().reversed().forEach((subject, own) -> other.put(subject, own));
        assertThat(FactSheet.of("department", "2026-09", other).canonicalBytes())
                .isEqualTo(FACTS.canonicalBytes());
    }

    @Test
    void anExemptionLeavesItsCaseOutAndTouchesNothingElse() {
        var left =
                FACTS.without(
                        List.of(new Exempted("roads", "on_time_rate", 0, -2)),
                        _ -> FigureUnit.RATE);
        assertThat(fact(left, "roads", "on_time_rate")).contains(new Fact(8, 8, "1.000000"));
        assertThat(fact(left, "roads", "cases_filed"))
                .isEqualTo(fact(FACTS, "roads", "cases_filed"));
        assertThat(left.facts().get("parks")).isEqualTo(FACTS.facts().get("parks"));
    }

    private static Optional<Fact> fact(FactSheet sheet, String subject, String indicator) {
        return Optional.ofNullable(sheet.facts().get(subject))
                .flatMap(own -> Optional.ofNullable(own.get(indicator)));
    }

    @Test
    void marksReadBack() {
        var table =
                new MarkTable(
                        "department",
                        "2026-09",
                        "departments",
                        3,
                        List.of(
                                new Row(
                                        "roads",
                                        List.of(
                                                mark("on_time_rate", "0.8", Optional.of("60.00")),
                                                mark("rework_rate", "", Optional.empty())),
                                        Optional.of(new BigDecimal("60.00")),
                                        Optional.of(1),
                                        Optional.of("C")),
                                new Row(
                                        "parks",
                                        List.of(mark("on_time_rate", "", Optional.empty())),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty())));
        assertThat(MarkLines.read(table.canonicalBytes())).isEqualTo(table);
    }

    private static Mark mark(String indicator, String value, Optional<String> marks) {
        return new Mark(indicator, BigDecimal.TEN, 8, 10, value, 10, marks.map(BigDecimal::new));
    }

    @Test
    void aDocumentHasTheSameBytesEachTimeAndIsWellFormed()
            throws IOException, ParserConfigurationException, SAXException {
        assertThat(document()).isEqualTo(document());
        var parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
        int parts = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(document()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] xml = zip.readAllBytes();
                var parsed = parser.parse(new ByteArrayInputStream(xml));
                if (entry.getName().equals("word/document.xml")) {
                    assertThat(parsed.getDocumentElement().getTextContent())
                            .contains("考评通报", "A & B <C>");
                }
                parts++;
            }
        }
        assertThat(parts).isEqualTo(6);
    }

    private static byte[] document() {
        return new WordFile()
                .title("考评通报")
                .heading("部门")
                .paragraph("A & B <C>\u0007")
                .table(
                        List.of(new Column("名次", 20), new Column("对象", 80)),
                        List.of(List.of("1", "道路")))
                .closing("2026年11月1日")
                .bytes();
    }
}
