import type { Client } from '@warder/api';
import type { Translator } from './translator.ts';

/** Its name with the version, or null when it has none. */
const named = ({ name, version }: Client): string | null => (name === null ? null : version === null ? name : `${name} ${version}`);

function programOf(client: Client, t: Translator): string {
  const name = named(client);
  switch (client.kind) {
    case 'browser':
      return name ?? t('common.unknownBrowser');
    case 'app':
      return name ?? t('common.app');
    case 'api':
      return name === null ? t('common.apiClient') : t('common.apiClientNamed', { client: name });
    case 'unknown':
      return name ?? (client.os === null ? t('common.unknownDevice') : t('common.unknownBrowser'));
  }
}

/** The name of a system in the reader's language. "Mac or iPad" is our own word; all others are product names. */
export const describeSystem = (system: string, t: Translator): string => (system === 'Mac or iPad' ? t('common.macOrIpad') : system);

/** Apple's models say no more than the system does. */
const tellingModel = ({ model }: Client): string | null => (model === null || /^(?:iPhone|iPad|iPod)/.test(model) ? null : model);

/** "Chrome 141 on Windows 11", "Unknown browser on Linux", "API client: python-requests 2.32". Reported by the client, so no proof of anything. */
export function describeClient(client: Client, t: Translator): string {
  const program = programOf(client, t);
  if (client.os === null) return program;
  const os = describeSystem(client.os, t);
  const system = client.osVersion === null ? os : `${os} ${client.osVersion}`;
  const model = tellingModel(client);
  return model === null ? t('common.clientOn', { client: program, system }) : t('common.clientOnModel', { client: program, system, model });
}
