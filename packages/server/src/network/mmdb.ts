import { readFile } from 'node:fs/promises';
import { Reader, type Response } from 'maxmind';
import { type Address, v4, v6 } from './address.ts';

/** A MaxMind DB that has been looked through, so that reading it later does not fail. */
export interface Mmdb {
  ipVersion: 4 | 6;
  builtAt: Date;
  /** The record of an address, or null. Total: what the database cannot decode counts as not known. */
  get(address: Address): unknown;
}

/** Zero bytes between the search tree and the data ("Data Section Separator" of the MaxMind DB format 2.0). */
const separatorBytes = 16;
const sampleStarts = 16;
const sampleSteps = 256;

/** A file that cannot be used, in one sentence for the operator. */
const damaged = (path: string, why: string, cause?: unknown): Error => new Error(`The database ${path} is damaged: ${why}.`, { cause });

function checkTree(path: string, file: Buffer, reader: Reader<Response>): void {
  const start = reader.metadata.searchTreeSize;
  const separator = file.subarray(start, start + separatorBytes);
  if (separator.length < separatorBytes || separator.some((byte) => byte !== 0))
    throw damaged(path, 'its search tree does not end where its header says');
}

/** Walks networks from places all over the address space, a few hundred from each: all of a small database, a fair part of a large one. */
function* sample(reader: Reader<Response>): Generator<unknown> {
  const width = reader.metadata.ipVersion === 4 ? 32 : 128;
  const space = 1n << BigInt(width);
  for (let start = 0; start < sampleStarts; start++) {
    let at = (space / BigInt(sampleStarts)) * BigInt(start);
    for (let step = 0; step < sampleSteps && at < space; step++) {
      const { text } = width === 32 ? v4(Number(at)) : v6(at);
      const [record, prefix] = reader.getWithPrefixLength(text);
      if (record) yield record;
      at = ((at >> BigInt(width - prefix)) + 1n) << BigInt(width - prefix);
    }
  }
}

/**
 * Opens a MaxMind DB file and looks it through.
 * @param isSound judges one record
 * @throws Error naming the file, when it is missing, no MaxMind DB, of another kind, or damaged
 */
export async function openMmdb(path: string, kind: RegExp, isSound: (record: unknown) => boolean): Promise<Mmdb> {
  const file = await readFile(path).catch((cause: NodeJS.ErrnoException) => {
    throw new Error(`The database ${path} cannot be read: ${cause.code ?? cause.message}.`, { cause });
  });
  let reader: Reader<Response>;
  try {
    reader = new Reader<Response>(file);
  } catch (cause) {
    throw damaged(path, 'it has no readable MaxMind DB header', cause);
  }
  const { databaseType, ipVersion, buildEpoch } = reader.metadata;
  if (!kind.test(databaseType)) throw new Error(`The database ${path} holds "${databaseType}", which is not what it was given for.`);
  checkTree(path, file, reader);
  try {
    for (const record of sample(reader)) if (!isSound(record)) throw damaged(path, 'it holds values that cannot be');
  } catch (cause) {
    if (cause instanceof Error && cause.message.includes(path)) throw cause;
    throw damaged(path, 'a record cannot be decoded', cause);
  }
  return { ipVersion: ipVersion === 4 ? 4 : 6, builtAt: buildEpoch, get: (address) => lookUp(reader, address) };
}

function lookUp(reader: Reader<Response>, address: Address): unknown {
  if (address.version > reader.metadata.ipVersion) return null;
  try {
    return reader.get(address.text);
  } catch {
    // The sample cannot see every record; a bad one must cost its place, never the sign-in.
    return null;
  }
}
