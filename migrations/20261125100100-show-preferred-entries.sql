-- Of entries that a person has confirmed to be the same, search shows the preferred one.

create function directory.leave_out_the_other() returns trigger language plpgsql as $$
begin
  if exists (select from service where id = new.service_id and preferred_service_id is not null) then
    return null;
  end if;
  return new;
end $$;
comment on function directory.leave_out_the_other() is 'Keeps an entry out of search that another is shown for.';

create trigger service_search_preferred before insert on service_search
  for each row execute function directory.leave_out_the_other();
