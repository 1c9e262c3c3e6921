internal import GRDB

/// The tables of a ledger, version by version. A migration that was released is never changed.
enum LedgerMigrations {
  /// How many versions there are.
  static var count: Int { migrator.migrations.count }

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("v1") { database in
      try database.execute(
        sql: """
          CREATE TABLE events (
            sequence INTEGER PRIMARY KEY,
            recorded TEXT NOT NULL,
            effective TEXT NOT NULL,
            kind TEXT NOT NULL,
            payload TEXT NOT NULL,
            previous TEXT NOT NULL,
            hash TEXT NOT NULL
          ) STRICT;
          CREATE TRIGGER events_are_kept BEFORE DELETE ON events
          BEGIN SELECT RAISE(ABORT, 'events are never deleted'); END;
          CREATE TRIGGER events_stay BEFORE UPDATE ON events
          BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;
          """)
    }
    return migrator
  }
}
