package city.gewu.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import city.gewu.assessment.Assessment.Figure;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class FigureTableTest {

    private static final List<Figure> FIGURES =
            List.of(
                    new Figure("2011-08", "department", "-", "cases_filed", 3, 1, "3"),
                    new Figure("2011-08", "department", "-", "on_time_rate", 0, 0, ""),
                    new Figure("2011-08", "department", "市政, \"A\"", "cases_filed", 12, 1, "12"),
                    new Figure(
                            "2011-08",
                            "department",
                            "市政, \"A\"",
                            "on_time_rate",
                            1,
                            3,
                            "0.333333"));

    @Test
    void csvHasOneLineForEachFigure() throws IOException {
        assertThat(written(FigureFormat.CSV, FIGURES))
                .isEqualTo(
                        """
                        period,subject_kind,subject,indicator,numerator,denominator,value
                        2011-08,department,-,cases_filed,3,1,3
                        2011-08,department,-,on_time_rate,0,0,
                        2011-08,department,"市政, ""A""\",cases_filed,12,1,12
                        2011-08,department,"市政, ""A""\",on_time_rate,1,3,0.333333
                        """);
    }

    @Test
    void csvOfNothingIsItsHeader() throws IOException {
        assertThat(written(FigureFormat.CSV, List.of()))
                .isEqualTo("period,subject_kind,subject,indicator,numerator,denominator,value\n");
    }

    @Test
    void jsonHasOneObjectForEachFigure() throws IOException {
        assertThat(written(FigureFormat.JSON, FIGURES.subList(0, 2)))
                .isEqualTo(
                        """
                        [
                        {"period":"2011-08","subject_kind":"department","subject":"-","indicator":"cases_filed","numerator":3,"denominator":1,"value":"3"},
                        {"period":"2011-08","subject_kind":"department","subject":"-","indicator":"on_time_rate","numerator":0,"denominator":0,"value":""}
                        ]
                        """);
        assertThat(written(FigureFormat.JSON, List.of())).isEqualTo("[]\n");
    }

    @Test
    void theTableOnATerminalIsAlignedWhateverTheScript() throws IOException {
        assertThat(written(FigureFormat.TABLE, FIGURES))
                .isEqualTo(
                        """
                        department  cases_filed  on_time_rate
                        -                     3             \s
                        市政, "A"            12      0.333333
                        """);
    }

    private static String written(FigureFormat format, List<Figure> figures) throws IOException {
        var out = new StringWriter();
        try (var table = FigureTable.open(format, out)) {
            figures.forEach(table);
        }
        return out.toString();
    }
}
