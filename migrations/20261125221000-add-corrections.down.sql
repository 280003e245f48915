drop table correction;
