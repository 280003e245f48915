drop table interpreter_booking;
