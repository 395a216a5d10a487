package city.gewu.casework.web;

import city.gewu.casework.Position;
import city.gewu.casework.Problem;
import city.gewu.casework.ReportSource;
import city.gewu.evidence.Evidence.PhotoId;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A problem as JSON.
///
/// @param position longitude, latitude
record ReportRequest(
        @NotNull ReportSource source,
        @NotBlank @Size(max = 100) String category,
        @Nullable @Size(max = 100) String condition,
        @NotBlank @Size(max = 4000) String description,
        @Nullable @Size(max = 500) String address,
        @Nullable @Size(min = 2, max = 2) List<@NotNull Double> position,
        @Nullable @Size(max = 20) List<@NotNull String> photos) {

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
                List.of());
    }
}
