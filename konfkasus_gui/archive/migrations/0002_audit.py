"""The history becomes a chain, each row with its hash; how long closed cases are kept."""

import json
from hashlib import sha256

from peewee import SQL, CharField, IntegerField


def up(migrator, db):
    class AuditEnd(db.Model):
        uid = CharField(unique=True, constraints=[SQL("DEFAULT (lower(hex(randomblob(16))))")])
        events = IntegerField(default=0)
        digest = CharField(default="")

        class Meta:
            table_name = "audit_end"

    db.create_tables([AuditEnd])
    for name in ("code", "previous", "digest"):
        db.execute_sql(
            f'alter table "audit_event" add column "{name}" varchar(255) not null default \'\''
        )
    db.execute_sql(
        'update "audit_event" set code ='
        ' (select code from "case" where "case".id = audit_event.case_id)'
        " where case_id is not null"
    )
    db.execute_sql('alter table "school" add column "retention_years" integer not null default 2')
    db.execute_sql('alter table "case" add column "keep_until" date')
    rows = db.execute_sql(
        'select id, uid, "at", account_id, code, deed, note from "audit_event" order by id'
    ).fetchall()
    previous = ""
    for number, *content in rows:
        written = json.dumps([previous, *content], separators=(",", ":"))
        digest = sha256(written.encode()).hexdigest()
        db.execute_sql(
            'update "audit_event" set previous = ?, digest = ? where id = ?',
            (previous, digest, number),
        )
        previous = digest
    db.execute_sql(
        'create index "audit_event_case_id_at_deed" on "audit_event" ("case_id", "at", "deed")'
    )
    AuditEnd.create(events=len(rows), digest=previous)
