alter table location drop constraint location_secret_check;
drop trigger postcode_moved on postcode;
drop trigger postcode_placed on postcode;
drop trigger location_kept_secret on location;
drop function directory.move_secret_places();
drop function directory.keep_secret();
drop function directory.forget_place(uuid, text);
drop index location_secret_index;
comment on column location.has_public_address is
  'Whether its address and coordinates may be published; false for a place that must stay secret, such as a refuge.';
comment on column location.latitude is 'Degrees north; null when not known.';
comment on column location.longitude is 'Degrees east; null when not known.';
