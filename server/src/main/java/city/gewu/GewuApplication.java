package city.gewu;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The application. `city.gewu.cli.Gewu` is its front door.
@SpringBootApplication
@EnableScheduling
public class GewuApplication {}
