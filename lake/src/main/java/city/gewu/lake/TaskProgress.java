package city.gewu.lake;

import java.util.concurrent.TimeUnit;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/// Tells on standard error how many parts of the work are done, twice a second at most, and when a
/// worker was lost.
final class TaskProgress extends SparkListener {

    private static final long EVERY = TimeUnit.MILLISECONDS.toNanos(500);

    private long planned;
    private long done;
    private long shown = System.nanoTime() - EVERY;

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted stage) {
        planned += stage.stageInfo().numTasks();
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        if (task.taskInfo().successful()) {
            done++;
        }
        long now = System.nanoTime();
        if (now - shown >= EVERY) {
            shown = now;
            System.err.printf("Spark: %,d of %,d parts done%n", done, planned);
        }
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved executor) {
        System.err.printf(
                "Spark: worker process %s is gone (%s); its parts are done again elsewhere%n",
                executor.executorId(), executor.reason());
    }
}
