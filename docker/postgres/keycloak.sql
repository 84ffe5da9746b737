-- Keycloak's own database beside the read model's, with an owner of its own. Run by psql when the volume is empty.
\getenv password KEYCLOAK_DATABASE_PASSWORD
create role keycloak login password :'password';
create database keycloak owner keycloak;
revoke connect on database keycloak from public;
revoke connect on database portfolio from public;
