import type { Device } from '@warder/api';
import { describeClient, type Translator } from '@warder/words';

/** What the holder calls it, else what it is. */
export const nameOf = ({ name, client }: Pick<Device, 'name' | 'client'>, t: Translator): string => name ?? describeClient(client, t);
