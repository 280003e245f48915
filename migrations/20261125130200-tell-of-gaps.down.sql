drop function if exists access.tell_of_gap(uuid, text, text, text, text, date, integer);
drop table gap_secret, gap_teller, gap_voice, gap;
