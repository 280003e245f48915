drop table communication;
drop table statement;
