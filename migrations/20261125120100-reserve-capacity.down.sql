drop trigger agreement_room_release_older on agreement;
drop trigger agreement_room_release on agreement;
drop table capacity_reservation;
drop function access.release_capacity;
drop function access.give_back_capacity;
