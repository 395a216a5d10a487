package city.gewu.signin.usecase;

import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes passwords with Argon2id. Each takes 16 MiB, so only a few are worked on at a time.
@Component
class Passwords {

    private static final int AT_ONCE = 4;

    /// A hash that no password has, worked through for a username that does not exist.
    private static final String NOBODY =
            "$argon2id$v=19$m=16384,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$"
                    + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    private final PasswordEncoder argon2 = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    private final Semaphore room = new Semaphore(AT_ONCE, true);

    String hash(String password) {
        room.acquireUninterruptibly();
        try {
            return String.valueOf(argon2.encode(password));
        } finally {
            room.release();
        }
    }

    /// Takes as long for a username that does not exist (no hash) as for one that does.
    boolean matches(String password, @Nullable String hash) {
        room.acquireUninterruptibly();
        try {
            return argon2.matches(password, hash == null ? NOBODY : hash) && hash != null;
        } finally {
            room.release();
        }
    }
}
