-- Room in an offer is reserved by accepting terms, and given back when the agreement ends before or after it began (rule R51).

create table capacity_reservation (
  authority_id uuid not null,
  agreement_id uuid not null,
  offer_id uuid not null constraint capacity_reservation_offer_fk references offer (id) on delete cascade,
  unit text not null constraint capacity_reservation_unit_check check (unit in ('HOURS_A_WEEK', 'VISITS_A_WEEK', 'PLACES')),
  amount integer not null constraint capacity_reservation_amount_check check (amount > 0),
  holds_until timestamptz,
  constraint capacity_reservation_pk primary key (authority_id, agreement_id),
  constraint capacity_reservation_agreement_fk foreign key (authority_id, agreement_id) references agreement (authority_id, id)
);
create index capacity_reservation_offer_index on capacity_reservation (offer_id);
comment on table capacity_reservation is 'Room in an offer that an acceptance of an agreement''s terms took (rule R51).';
comment on column capacity_reservation.authority_id is 'Authority of the agreement.';
comment on column capacity_reservation.agreement_id is 'Agreement it is for.';
comment on column capacity_reservation.offer_id is 'Offer whose room it is.';
comment on column capacity_reservation.unit is 'What was counted then.';
comment on column capacity_reservation.amount is 'How much was taken.';
comment on column capacity_reservation.holds_until is 'When it is free again by itself: terms lapse, or the agreement ends; null when neither is known.';

-- Runs as the functions' owner, because an individual's step changes a provider's offer. What the provider counts otherwise
-- by now is not given back: it was stated afresh.
create function access.give_back_capacity() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update offer set capacity_free = capacity_free + old.amount
  where id in (select access.offer_line(old.offer_id)) and capacity_unit = old.unit;
  return null;
end $$;
create trigger capacity_reservation_give_back after delete on capacity_reservation
  for each row execute function access.give_back_capacity();

create function access.release_capacity() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from capacity_reservation where authority_id = new.authority_id and agreement_id = new.id;
  return null;
end $$;
create trigger agreement_room_release after update of state on agreement
  for each row when (new.state in ('DECLINED', 'WITHDRAWN') and old.state is distinct from new.state)
  execute function access.release_capacity();
create trigger agreement_room_release_older after update of latest_number on agreement
  for each row when (old.latest_number is distinct from new.latest_number)
  execute function access.release_capacity();
