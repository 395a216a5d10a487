package city.gewu.database;

import java.nio.file.Path;

/// A process of its own that owns a data directory until it is killed; for [LocalPostgresTest].
final class PostgresHolder {

    private PostgresHolder() {}

    public static void main(String[] arguments) throws Exception {
        var data = DataDirectory.open(Path.of(arguments[0]));
        var postgres = LocalPostgres.start(data.root());
        System.out.println(postgres.jdbcUrl());
        System.out.println(postgres.password());
        System.out.flush();
        Thread.sleep(Long.MAX_VALUE);
    }
}
