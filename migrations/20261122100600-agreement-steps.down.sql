drop trigger agreement_steps on agreement;
drop function keep_to_the_steps();
