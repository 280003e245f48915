drop index assurance_not_right_index;
