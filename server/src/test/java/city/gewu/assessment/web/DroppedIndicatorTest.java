package city.gewu.assessment.web;

import static city.gewu.assessment.Facts.due;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;

import city.gewu.assessment.Assessment;
import city.gewu.assessment.FigureFormat;
import city.gewu.assessment.FigureTable;
import city.gewu.assessment.GivenAssessment;
import city.gewu.assessment.model.IndicatorBook;
import city.gewu.assessment.usecase.EvaluatePeriod;
import city.gewu.assessment.usecase.FigureSight;
import city.gewu.assessment.usecase.SubjectNames;
import city.gewu.people.Actor;
import city.gewu.people.Post;
import city.gewu.platform.web.Controllers;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file put into the city's directory is an indicator, in the API and in the CSV, without a line
/// of Java.
class DroppedIndicatorTest {

    private static final String LATE =
            """
            code: late_rate
            name: {zh: 超期结案率, en: Closed late}
            unit: rate
            source: casework.pub_case
            subjects: [department]
            period: due_at
            numerator:
              words: {zh: 其中超过时限才结案的, en: "of these, those closed after due"}
              sql: case when closed_at > due_at then 1 else 0 end
            denominator:
              words: {zh: 时限在周期内且已结案的案件, en: cases due in the period and closed}
              sql: case when closed_at is not null then 1 else 0 end
            minimumSample: 5
            basis: {zh: 本市规定, en: Laid down by the city}
            note: {zh: 由本市自行添加, en: Added by the city itself}
            """;

    @Test
    void aFileIsAllItTakes(@TempDir Path city) throws Exception {
        Files.createDirectories(city.resolve("indicators"));
        Files.writeString(city.resolve("indicators/900-late_rate.yaml"), LATE);
        var given = GivenAssessment.in(city);
        given.facts(
                due("2011-08-10T00:00").closed("2011-08-10T00:00"),
                due("2011-08-10T00:00").closed("2011-08-12T00:00"),
                due("2011-08-10T00:00"));

        var out = new StringWriter();
        try (var table = FigureTable.open(FigureFormat.CSV, out)) {
            given.get(Assessment.class)
                    .evaluate("2011-08", "department", Optional.of("late_rate"), table);
        }
        assertThat(out.toString())
                .isEqualTo(
                        """
                        period,subject_kind,subject,indicator,numerator,denominator,value
                        2011-08,department,PWD,late_rate,1,2,0.500000
                        """);

        var assessor = new Actor("person:li", "李", Set.of(Post.ASSESSOR), "");
        var http =
                Controllers.mvc(
                        () -> assessor,
                        new AssessmentController(
                                given.get(IndicatorBook.class),
                                given.get(EvaluatePeriod.class),
                                given.get(FigureSight.class),
                                given.get(SubjectNames.class)));
        http.perform(get("/api/assessment").param("period", "2011-08").param("by", "department"))
                .andExpect(jsonPath("$.subjects[0].figures.late_rate.value").value("0.500000"));
        http.perform(
                        get("/api/assessment/cases")
                                .param("period", "2011-08")
                                .param("by", "department")
                                .param("subject", "PWD")
                                .param("indicator", "late_rate"))
                .andExpect(jsonPath("$.items.length()").value(1));
    }
}
