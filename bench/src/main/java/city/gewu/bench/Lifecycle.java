package city.gewu.bench;

/// A contender that carries cases from report to closure, every stage durable on its own.
interface Lifecycle extends AutoCloseable {

    /// What each case goes through, in the words of all contenders: nine commits a case.
    int STAGES = 9;

    String name();

    /// One case, reported, accepted, filed, dispatched, taken up, handled, sent to check, passed
    /// and closed.
    void carryOneCase();

    /// Gives the connections back that the next contender will need.
    default void rest() {}

    /// Closed cases that the database knows of.
    long countClosed();

    /// What must hold of the database afterwards.
    default void verify() {}

    @Override
    void close();
}
