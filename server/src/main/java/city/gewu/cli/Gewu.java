package city.gewu.cli;

import city.gewu.GewuApplication;
import org.springframework.boot.SpringApplication;

/// The program behind `./gewu`.
public final class Gewu {

    private Gewu() {}

    public static void main(String[] arguments) {
        SpringApplication.run(GewuApplication.class, arguments);
    }
}
