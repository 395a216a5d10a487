package city.gewu.casework.web;

import city.gewu.casework.Position;
import city.gewu.casework.Problem;
import city.gewu.casework.ReportSource;
import city.gewu.casework.ReporterContact;
import city.gewu.evidence.Evidence.PhotoId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A problem as JSON.
///
/// @param position longitude, latitude
/// @param answers to the questions of the category, by code; absent when nobody was asked
/// @param reporter who called, if somebody did
record ReportRequest(
        @NotNull ReportSource source,
        @NotBlank @Size(max = 100) String category,
        @Nullable @Size(max = 100) String condition,
        @NotBlank @Size(max = 4000) String description,
        @Nullable @Size(max = 500) String address,
        @Nullable @Size(min = 2, max = 2) List<@NotNull Double> position,
        @Nullable @Size(max = 20) List<@NotNull String> photos,
        @Nullable @Size(max = 30)
                Map<@NotNull @Size(max = 100) String, @NotNull @Size(max = 1000) String> answers,
        @Nullable @Valid Reporter reporter) {

    record Reporter(
            @Nullable @Size(max = 100) String name, @Nullable @Size(max = 40) String phone) {

        @Override
        public String toString() {
            return "Reporter[***]";
        }
    }

    Optional<ReporterContact> toContact() {
        return Optional.ofNullable(reporter)
                .map(known ->
                        new ReporterContact(
                                known.name() == null ? "" : known.name(),
                                known.phone() == null ? "" : known.phone()))
                .filter(contact -> !contact.isEmpty());
    }

    /// The request without who called.
    ReportRequest withoutReporter() {
        return new ReportRequest(
                source, category, condition, description, address, position, photos, answers, null);
    }

    Problem toProblem() {
        return new Problem(
                source,
                category,
                Optional.ofNullable(condition).filter(code -> !code.isBlank()),
                description.strip(),
                address == null ? "" : address.strip(),
                Optional.ofNullable(position).map(p -> new Position(p.get(0), p.get(1))),
                Optional.empty(),
                photos == null ? List.of() : photos.stream().map(PhotoId::new).toList(),
                List.of(),
                Optional.ofNullable(answers));
    }
}
