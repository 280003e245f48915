drop function if exists access.open_session(bytea, text, timestamptz, text, text[]);
drop function if exists access.use_session(bytea);
drop function if exists access.find_session(bytea);
drop function if exists access.close_session(bytea);
drop function if exists access.live_sessions(bytea[]);
drop table session;
