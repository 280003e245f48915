drop table commitment, signature, acceptance, terms, agreement cascade;
drop function access.keep_promised();
drop function access.release_commitment();
