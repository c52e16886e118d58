-- Warder's foundation. Every table that grows is keyed by account first, so that the same schema distributes by account_id.
-- What grows with time is partitioned by time; retention drops partitions.

do $$ begin
  create role warder_app nologin;
exception
  when duplicate_object then null;
  when insufficient_privilege then raise notice 'no right to create the role warder_app: the event log is guarded by triggers alone';
end $$;

-- audit -----------------------------------------------------------------------------------------------------------------

create table security_events (
  account_id text not null,
  seq bigint not null,
  at timestamptz not null,
  id text not null,
  type text not null,
  details_hash bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (account_id, seq, at)
) partition by range (at);

-- The personal part of an event, beside the chain: it can be erased and the chain still holds, for the chain commits to its hash only.
create table security_event_details (
  account_id text not null,
  event_id text not null,
  at timestamptz not null,
  salt bytea not null,
  details jsonb not null,
  primary key (account_id, event_id, at)
) partition by range (at);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the security event log is append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger security_events_append_only before update or delete on security_events for each row execute function refuse_change();

-- accounts --------------------------------------------------------------------------------------------------------------

create table accounts (
  id text primary key,
  email text not null,
  standing text not null default 'active' check (standing in ('active', 'view_only', 'frozen', 'closed')),
  locale text not null,
  time_zone text not null,
  anti_phishing_code_sealed bytea,
  session_epoch integer not null default 0,
  trust_reset_at timestamptz,
  event_seq bigint not null default 0,
  event_hash bytea not null default '\x',
  review_reminder text not null default 'weekly' check (review_reminder in ('weekly', 'every_72_hours', 'off')),
  reviewed_at timestamptz,
  reminded_at timestamptz,
  created_at timestamptz not null
);

create table account_emails (
  email_key text primary key,
  account_id text not null
);

create table sign_up_flows (
  token_hash bytea primary key,
  account_id text not null,
  email text not null,
  password_hash text not null,
  breach_checked boolean not null,
  locale text not null,
  time_zone text not null,
  email_taken boolean not null,
  resends integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);

-- credentials -----------------------------------------------------------------------------------------------------------

create table passwords (
  account_id text primary key,
  hash text not null,
  changed_at timestamptz not null,
  breach_checked_at timestamptz,
  breached_at timestamptz
);

create table authenticator_apps (
  account_id text primary key,
  secret_sealed bytea not null,
  last_step bigint not null,
  bound_at timestamptz not null,
  last_used_at timestamptz
);

create table authenticator_app_bindings (
  account_id text primary key,
  secret_sealed bytea not null,
  attempts integer not null default 0,
  expires_at timestamptz not null
);

create table recovery_codes (
  account_id text not null,
  code_mac bytea not null,
  created_at timestamptz not null,
  used_at timestamptz,
  primary key (account_id, code_mac)
);

-- One code sent by e-mail for one flow; a newer code for the flow takes the place of the older.
create table email_codes (
  flow_hash bytea primary key,
  account_id text not null,
  code_mac bytea not null,
  attempts integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- devices ---------------------------------------------------------------------------------------------------------------

create table devices (
  account_id text not null,
  id text not null,
  key_thumbprint text,
  cookie_hash bytea,
  fingerprint text,
  name text,
  client jsonb not null,
  origin jsonb not null,
  time_zone text,
  contradictions jsonb not null default '[]',
  resembles_device_id text,
  first_seen_at timestamptz not null,
  signed_in_at timestamptz not null,
  last_active_at timestamptz not null,
  approved_at timestamptz,
  confirmed_at timestamptz,
  unused_reminded_at timestamptz,
  removed_at timestamptz,
  primary key (account_id, id)
);
create unique index devices_key on devices (account_id, key_thumbprint) where removed_at is null and key_thumbprint is not null;
create unique index devices_cookie on devices (account_id, cookie_hash) where removed_at is null and cookie_hash is not null;

-- A proof of a device key is good once (RFC 9449 §11.1).
create table device_proofs (
  key_thumbprint text not null,
  jti text not null,
  expires_at timestamptz not null,
  primary key (key_thumbprint, jti)
);
create index device_proofs_expiry on device_proofs (expires_at);

-- sessions --------------------------------------------------------------------------------------------------------------

create table sessions (
  account_id text not null,
  id text not null,
  device_id text not null,
  token_hash bytea not null,
  epoch integer not null,
  delivery text not null check (delivery in ('cookie', 'bearer')),
  aal text not null check (aal in ('aal1', 'aal2')),
  proofs jsonb not null,
  client jsonb not null,
  origin jsonb not null,
  agent text not null,
  created_at timestamptz not null,
  last_active_at timestamptz not null,
  last_online_at timestamptz not null,
  inactivity_seconds integer not null,
  expires_at timestamptz not null,
  ended_at timestamptz,
  end_reason text,
  primary key (account_id, id)
) with (fillfactor = 80);
create unique index sessions_token on sessions (account_id, token_hash);
create index sessions_of_device on sessions (account_id, device_id) where ended_at is null;
create index sessions_expiry on sessions (expires_at);

-- sign-ins --------------------------------------------------------------------------------------------------------------

create table sign_in_flows (
  token_hash bytea primary key,
  account_id text not null,
  session_epoch integer not null,
  evidence jsonb not null,
  delivery text not null,
  proofs jsonb not null,
  second_factor_attempts integer not null default 0,
  resends integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);
create index sign_in_flows_of_account on sign_in_flows (account_id);

create table sign_ins (
  account_id text not null,
  at timestamptz not null,
  id text not null,
  outcome text not null,
  device_id text,
  client jsonb not null,
  origin jsonb not null,
  agent text not null,
  methods jsonb not null,
  aal text,
  primary key (account_id, at, id)
) partition by range (at);

-- The holder's own history, however many attempts of others lie between.
create index sign_ins_successful on sign_ins (account_id, at desc) where outcome = 'signed_in';

-- The generic cell rate algorithm: one row a bucket, holding the theoretical arrival time.
create table throttles (
  key text primary key,
  arrives_at timestamptz not null
);
create index throttles_arrival on throttles (arrives_at);

-- recovery --------------------------------------------------------------------------------------------------------------

create table password_reset_flows (
  token_hash bytea primary key,
  email_sealed bytea not null,
  account_id text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at timestamptz
);

-- notifications ---------------------------------------------------------------------------------------------------------

create table notifications (
  account_id text not null,
  id text not null,
  channel text not null,
  kind text not null,
  dedupe_key text not null,
  recipient_sealed bytea,
  content_sealed bytea,
  created_at timestamptz not null,
  attempts integer not null default 0,
  last_error text,
  sent_at timestamptz,
  dead_at timestamptz,
  primary key (account_id, id),
  unique (account_id, channel, dedupe_key)
);
create index notifications_dead on notifications (dead_at) where dead_at is not null;
create index notifications_age on notifications (created_at);
create index notifications_waiting on notifications (created_at) where sent_at is null and dead_at is null;

-- What was sent while no mail server is configured (development alone).
create table dev_outbox (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  channel text not null,
  recipient text not null,
  subject text not null,
  html text,
  body text not null
);


-- alerts ----------------------------------------------------------------------------------------------------------------

-- The "This wasn't me" link of an alert: good once, for seven days, without being signed in.
create table alert_links (
  account_id text not null,
  token_hash bytea not null,
  alert jsonb not null,
  device_id text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  choice text,
  ended_sessions integer,
  primary key (account_id, token_hash)
);
create index alert_links_expiry on alert_links (expires_at);

-- One alert an event. While many come at once they are held, and told together by the next digest.
create table alerts (
  account_id text not null,
  event_id text not null,
  alert jsonb not null,
  device_id text,
  created_at timestamptz not null,
  told_at timestamptz,
  primary key (account_id, event_id)
);
create index alerts_held on alerts (account_id, created_at) where told_at is null;
create index alerts_age on alerts (created_at);

-- admin -----------------------------------------------------------------------------------------------------------------

create table clients (
  id text primary key,
  name text not null,
  secret_hash bytea not null,
  created_at timestamptz not null,
  revoked_at timestamptz
);

create table network_lists (
  name text primary key,
  kind text not null check (kind in ('tor', 'vpn', 'proxy', 'hosting')),
  source text not null,
  as_of timestamptz not null,
  imported_at timestamptz not null,
  networks text not null
);

-- rights ----------------------------------------------------------------------------------------------------------------

do $$ begin
  if exists (select from pg_roles where rolname = 'warder_app') then
    execute format('grant usage on schema %I to warder_app', current_schema());
    execute format('grant select, insert, update, delete on all tables in schema %I to warder_app', current_schema());
    execute format('grant usage on all sequences in schema %I to warder_app', current_schema());
    execute format('alter default privileges in schema %I grant select, insert, update, delete on tables to warder_app', current_schema());
    execute format('alter default privileges in schema %I grant usage on sequences to warder_app', current_schema());
    revoke update, delete, truncate on security_events from warder_app;
  end if;
end $$;
