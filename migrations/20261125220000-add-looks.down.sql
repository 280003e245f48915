drop table look;
drop function if exists access.record_looks(jsonb);
drop function if exists access.record_readers();
