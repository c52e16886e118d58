import type { Client } from '@warder/api';
import { detect, nothingDetected } from './describe-client-detector.ts';
import { agentOf, type Headers, type Hints, readHints } from './describe-client-hints.ts';
import { libraryProgram, programOf } from './describe-client-program.ts';
import { macOrIpad, systemOf } from './describe-client-system.ts';

export { type ClientContradiction, clientContradictions } from './describe-client-contradictions.ts';
export { agentOf, clientHintHeaders, type Headers } from './describe-client-hints.ts';

/** Distinct clients kept ready. A look-up costs microseconds, a first reading some milliseconds. */
const maxRemembered = 2000;
const remembered = new Map<string, Client>();

function describe(agent: string, hints: Hints): Client {
  const library = libraryProgram(agent);
  const detected = library || agent === '' ? nothingDetected : detect(agent, hints);
  const program = library ?? programOf(agent, detected);
  const { os, osVersion, model, form } = systemOf(agent, hints, detected, program);
  return Object.freeze({ ...program, os, osVersion, model, form });
}

/**
 * What a client says it is, in plain short values that mean something to people: null where it does not truly say, never a guess dressed as a fact.
 * Total and deterministic; every text is at most 60 characters, without control, bidirectional or markup characters, whatever the headers hold.
 */
export function describeClient(headers: Headers): Client {
  const agent = agentOf(headers);
  const hints = readHints(headers);
  const key = JSON.stringify([agent, hints]);
  const client = remembered.get(key) ?? describe(agent, hints);
  // A Map keeps the order of insertion, so that putting an entry back makes it the youngest.
  remembered.delete(key);
  remembered.set(key, client);
  if (remembered.size > maxRemembered) remembered.delete(remembered.keys().next().value ?? '');
  return client;
}

const isApple = (os: string | null): boolean => os === 'macOS' || os === 'iPadOS' || os === macOrIpad;

/** An agent that may be a Mac or an iPad is like either. */
const sameSystem = (a: Client, b: Client): boolean => {
  if (a.os === macOrIpad || b.os === macOrIpad) return isApple(a.os) && isApple(b.os);
  return a.os === b.os && a.form === b.form;
};

/** True when both are the same browser or app on the same system and form, whatever the versions. A client without a name is like no other. */
export const sameClientFamily = (a: Client, b: Client): boolean => a.name !== null && a.kind === b.kind && a.name === b.name && sameSystem(a, b);
