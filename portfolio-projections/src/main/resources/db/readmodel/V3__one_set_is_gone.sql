-- Everything below is derived from the event log: the two sets of tables that follow are filled from it.
drop table tiltak_entry;
drop table tiltak_version;
drop table tiltak_budget;
drop table round_entry;
drop table reporting_round;
drop table round_edition;
drop table organisation_entry;
drop table organisation;
drop table organisation_alias;
drop table read_model;

delete from token_entry where processor_name = 'portfolio';
