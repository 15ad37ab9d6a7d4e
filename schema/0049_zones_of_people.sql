-- E4: the zone in which a person reads instants, besides the edition's. Null: never said; empty: none is wanted.
alter table person add column zone text
    constraint person_zone_is_known check (zone = '' or timestamptz 'epoch' at time zone zone is not null);
