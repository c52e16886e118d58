import type { KeyPair } from 'dpop';

const databaseName = 'warder';
const storeName = 'keys';
const keyName = 'device';

const settled = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

async function openDatabase(): Promise<IDBDatabase> {
  const opening = indexedDB.open(databaseName, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(storeName);
  return settled(opening);
}

async function inStore<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await openDatabase();
  try {
    return await settled(work(database.transaction(storeName, mode).objectStore(storeName)));
  } finally {
    database.close();
  }
}

/** The key pair that this browser keeps, or null when it has none yet. */
export const findKeyPair = async (): Promise<KeyPair | null> =>
  ((await inStore('readonly', (store) => store.get(keyName))) as KeyPair | undefined) ?? null;

/** Keeps a pair unless there is one already, and answers the one that is kept: two pages that make one at the same time agree on the first. */
export async function keepKeyPair(pair: KeyPair): Promise<KeyPair> {
  await inStore('readwrite', (store) => store.add({ privateKey: pair.privateKey, publicKey: pair.publicKey }, keyName)).catch((error: unknown) => {
    if (!(error instanceof DOMException && error.name === 'ConstraintError')) throw error;
  });
  return (await findKeyPair()) ?? pair;
}
