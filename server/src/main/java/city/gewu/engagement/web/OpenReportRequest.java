package city.gewu.engagement.web;

import city.gewu.casework.ReportSource;
import city.gewu.engagement.model.SentReport.Words;
import city.gewu.engagement.usecase.TakeReport.NewReport;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A report as the citizen's app sends it.
///
/// @param clientId made on the phone: sent twice, it is one
/// @param category code of a minor category; absent when the person chose none
/// @param answers to the questions of the category, by code
/// @param photos ids that the uploads answered
/// @param wantsAnswer whether the person is told how it goes on; yes when it is absent
/// @param language of the answers: `zh` or `en`
/// @param channel `wechat` when it comes from inside WeChat
record OpenReportRequest(
        @NotNull UUID clientId,
        @NotNull @Valid Solved challenge,
        @NotNull @Valid SpotBody position,
        @Nullable @Size(max = 500) String address,
        @Nullable @Size(max = 100) String category,
        @NotBlank @Size(max = 2000) String description,
        @Nullable @Size(max = 50) Map<String, @NotNull @Size(max = 1000) String> answers,
        @Nullable @Size(max = 20) List<@NotNull UUID> photos,
        @Nullable @Valid ContactRequest contact,
        @Nullable Boolean wantsAnswer,
        @Nullable @Pattern(regexp = "zh|en") String language,
        @Nullable @Pattern(regexp = "app|wechat") String channel) {

    /// @param nonce what solves it
    record Solved(@NotNull UUID id, @NotNull @Size(max = 64) String nonce) {}

    NewReport toReport() {
        return new NewReport(
                clientId,
                challenge.id(),
                challenge.nonce(),
                "wechat".equals(channel) ? ReportSource.WECHAT : ReportSource.CITIZEN_APP,
                new Words(
                        text(category),
                        description.strip(),
                        text(address),
                        category == null || answers == null ? Map.of() : answers),
                position.toSpot(),
                photos == null ? List.of() : photos,
                ContactRequest.toContact(contact),
                wantsAnswer == null || wantsAnswer,
                language == null ? "zh" : language);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
