import type actions from './catalogue/en/actions.json';
import type activity from './catalogue/en/activity.json';
import type auth from './catalogue/en/auth.json';
import type common from './catalogue/en/common.json';
import type device from './catalogue/en/device.json';
import type devices from './catalogue/en/devices.json';
import type judgements from './catalogue/en/judgements.json';
import type links from './catalogue/en/links.json';
import type mail from './catalogue/en/mail.json';
import type overview from './catalogue/en/overview.json';
import type problems from './catalogue/en/problems.json';
import type settings from './catalogue/en/settings.json';
import type shell from './catalogue/en/shell.json';

interface Catalogue {
  common: typeof common;
  judgements: typeof judgements;
  problems: typeof problems;
  mail: typeof mail;
  links: typeof links;
  auth: typeof auth;
  settings: typeof settings;
  overview: typeof overview;
  devices: typeof devices;
  device: typeof device;
  actions: typeof actions;
  activity: typeof activity;
  shell: typeof shell;
}

/** The sections of the catalogue: one JSON file each in every language. */
export type Section = keyof Catalogue;

/** `section.key` of a message, as the English catalogue knows them. The other languages are held to it by test. */
export type MessageKey = { [S in Section]: `${S}.${keyof Catalogue[S] & string}` }[Section];
