"""The cabinet: tables, row <-> case by hand, transactions, encryption, the alert spool, migrations."""
