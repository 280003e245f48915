-- What was said not to be right is looked for by an editor, among checks that mostly found nothing wrong.

create index assurance_not_right_index on assurance (assured_at, id) where result = 'NOT_RIGHT';
