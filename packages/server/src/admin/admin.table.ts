import type { Anonymity } from '@warder/api';
import type { ClientId } from './host-client.ts';

interface ClientTable {
  id: ClientId;
  name: string;
  secret_hash: Buffer;
  created_at: Date;
  revoked_at: Date | null;
}

interface NetworkListTable {
  name: string;
  kind: Anonymity['kind'];
  source: string;
  as_of: Date;
  imported_at: Date;
  /** One canonical network a line. */
  networks: string;
}

declare module '../db/database.ts' {
  interface Database {
    clients: ClientTable;
    network_lists: NetworkListTable;
  }
}
