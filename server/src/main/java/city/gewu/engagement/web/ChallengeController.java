package city.gewu.engagement.web;

import city.gewu.engagement.usecase.Challenges;
import city.gewu.engagement.usecase.UploadTray;
import city.gewu.platform.OpenToAll;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Challenges, and photos on their word.
@RestController
class ChallengeController {

    private final Challenges challenges;
    private final UploadTray tray;

    ChallengeController(Challenges challenges, UploadTray tray) {
        this.challenges = challenges;
        this.tray = tray;
    }

    /// @param device what the phone calls itself: a random text it keeps
    record ChallengeRequest(
            @Nullable @Size(max = 100) String device, @Nullable @Valid SpotBody position) {}

    /// Solved by a nonce for which SHA-256 of the UTF-8 bytes of `salt:nonce` begins with `bits`
    /// zero bits.
    record ChallengeBody(UUID id, String salt, int bits, Instant expiresAt) {}

    record UploadBody(UUID id) {}

    @OpenToAll("Reporting needs no account; a sum keeps floods away.")
    @PostMapping("/open/challenges")
    @ResponseStatus(HttpStatus.CREATED)
    ChallengeBody give(@RequestBody @Valid ChallengeRequest request, HttpServletRequest http) {
        var puzzle =
                challenges.give(
                        request.device() == null ? "" : request.device(),
                        http.getRemoteAddr(),
                        Optional.ofNullable(request.position()).map(SpotBody::toSpot));
        return new ChallengeBody(puzzle.id(), puzzle.salt(), puzzle.bits(), puzzle.expiresAt());
    }

    @OpenToAll("A report without an account may have photos.")
    @PostMapping(value = "/open/uploads", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    UploadBody upload(
            @RequestParam UUID challenge,
            @RequestParam String nonce,
            @RequestPart("file") MultipartFile file)
            throws IOException {
        try (var bytes = file.getInputStream()) {
            return new UploadBody(tray.put(challenge, nonce, bytes));
        }
    }
}
