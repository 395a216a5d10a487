package city.gewu.patrol.usecase;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// What this module does by itself while the city is served.
@Component
@ConditionalOnProperty("gewu.serving")
class PatrolSchedule {

    private final DutyDesk duty;
    private final GiveTasks tasks;
    private final ThinOldTracks tracks;
    private final FindOffGround offGround;

    PatrolSchedule(DutyDesk duty, GiveTasks tasks, ThinOldTracks tracks, FindOffGround offGround) {
        this.duty = duty;
        this.tasks = tasks;
        this.tracks = tracks;
        this.offGround = offGround;
    }

    @Scheduled(initialDelay = 40_000, fixedDelay = 300_000)
    void findOffGround() {
        offGround.find();
    }

    @Scheduled(initialDelay = 10_000, fixedDelay = 5_000)
    void giveTasks() {
        tasks.giveNew();
    }

    /// What nobody could have is tried again: somebody may have come on duty.
    @Scheduled(initialDelay = 30_000, fixedDelay = 60_000)
    void giveWaitingTasks() {
        tasks.give();
    }

    /// At night, when few phones send.
    @Scheduled(cron = "0 41 3 * * *")
    void thinOldTracks() {
        tracks.thin();
    }

    @Scheduled(initialDelay = 30_000, fixedDelay = 60_000)
    void endForgottenDuty() {
        duty.endForgotten();
    }
}
