drop policy if exists membership_invited on membership;
drop policy if exists circle_member_invited on circle_member;
drop table invitation;
