-- The tables of waiting work are the library's own; migrate brings them to its form.
create schema if not exists graphile_worker;
comment on schema graphile_worker is 'Work that waits for its hour or its turn, kept by the library graphile-worker.';
