-- What must hold of an agreement's steps whoever writes them: the moves of the rules, and that nothing is agreed or signed
-- without the acceptances and signatures that say so (rules R40 and R45).

create function keep_to_the_steps() returns trigger language plpgsql as $$
begin
  if old.state <> new.state and (old.state, new.state) not in (
      ('PROPOSED', 'COUNTERED'), ('PROPOSED', 'AGREED'), ('PROPOSED', 'DECLINED'), ('PROPOSED', 'WITHDRAWN'),
      ('COUNTERED', 'AGREED'), ('COUNTERED', 'DECLINED'), ('COUNTERED', 'WITHDRAWN'),
      ('AGREED', 'SIGNED'), ('AGREED', 'WITHDRAWN')) then
    raise exception 'An agreement does not go from % to %.', old.state, new.state using errcode = 'check_violation';
  end if;
  if new.latest_number not in (old.latest_number, old.latest_number + 1)
      or new.latest_number > old.latest_number and new.state <> 'COUNTERED' then
    raise exception 'Terms follow one another one by one.' using errcode = 'check_violation';
  end if;
  if old.budget_id is distinct from new.budget_id and new.latest_number = old.latest_number then
    raise exception 'What pays changes only with the terms.' using errcode = 'check_violation';
  end if;
  if new.state = 'AGREED' and (
      select count(*) from acceptance a join terms t on t.id = a.terms_id
      where a.agreement_id = new.id and t.number = new.latest_number) < 2 then
    raise exception 'Both sides have not accepted these terms.' using errcode = 'check_violation';
  end if;
  if new.state = 'SIGNED' and (select count(*) from signature s where s.agreement_id = new.id)
      < (case when new.budget_id is null then 2 else 3 end) then
    raise exception 'Not every party has signed.' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger agreement_steps before update on agreement for each row execute function keep_to_the_steps();
