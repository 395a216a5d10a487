package city.gewu.engine.worktime;

/// How long a department has (处置时限), for example 4 working hours.
public record TimeLimit(int amount, LimitUnit unit) {

    public TimeLimit {
        if (amount <= 0) {
            throw new IllegalArgumentException("A time limit (" + amount + ") must be above zero.");
        }
    }
}
