drop sequence reference_number;
drop table idempotency, event, event_stream, circle_member, individual, membership, person, organisation cascade;
drop function refuse_change();
drop schema access cascade;
