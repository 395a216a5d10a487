package city.gewu.privacy.web;

import city.gewu.platform.Needs;
import city.gewu.platform.Right;
import city.gewu.privacy.model.RecordCipher;
import city.gewu.privacy.store.KeyStore.CountedKey;
import city.gewu.privacy.store.RotationStore.Rotation;
import city.gewu.privacy.usecase.RotateKeys;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Keys of the personal data for the security administrator, who sees their state and never their
/// bytes.
@RestController
@RequestMapping("/api/keys")
@Needs(Right.MANAGE_KEYS)
class KeyController {

    private final RotateKeys rotation;

    KeyController(RotateKeys rotation) {
        this.rotation = rotation;
    }

    /// @param rotation the last change of the key; absent when there was none
    record KeysBody(List<KeyBody> keys, @Nullable RotationBody rotation) {}

    /// @param state `active`, `retiring`, `destroyed`
    record KeyBody(int id, String algorithm, String state, Instant createdAt, long records) {

        static KeyBody of(CountedKey key) {
            return new KeyBody(
                    key.id(),
                    RecordCipher.of(key.cipher()).algorithm(),
                    key.state(),
                    key.createdAt(),
                    key.records());
        }
    }

    record RotationBody(Instant startedAt, long done, long total, @Nullable Instant finishedAt) {

        static RotationBody of(Rotation rotation) {
            return new RotationBody(
                    rotation.startedAt(),
                    rotation.done(),
                    rotation.total(),
                    rotation.finishedAt().orElse(null));
        }
    }

    @GetMapping
    KeysBody keys() {
        var found = rotation.keys();
        return new KeysBody(
                found.keys().stream().map(KeyBody::of).toList(),
                found.rotation().map(RotationBody::of).orElse(null));
    }

    @PostMapping("/rotations")
    @ResponseStatus(HttpStatus.ACCEPTED)
    KeysBody rotate() {
        rotation.start();
        return keys();
    }
}
