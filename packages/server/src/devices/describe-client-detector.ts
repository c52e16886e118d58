import { createRequire } from 'node:module';
import type { Hints } from './describe-client-hints.ts';

/** The part of node-device-detector that is used. Its own types describe an ES module, which it is not. */
interface Detector {
  parseOs(agent: string, hints: object): { name?: string; family?: string; version?: string };
  parseClient(agent: string, hints: object): { type?: string; name?: string; version?: string; engine?: string };
  parseDevice(agent: string, hints: object): { type?: string; brand?: string; model?: string };
  parseDeviceType(agent: string, os: object, client: object, device: object, hints: object): { type?: string };
}

/** What the library makes of an agent; empty text where it knows nothing. */
export interface Detected {
  osName: string;
  osFamily: string;
  osVersion: string;
  clientType: string;
  clientName: string;
  clientVersion: string;
  engine: string;
  brand: string;
  model: string;
  deviceType: string;
}

const require = createRequire(import.meta.url);
let made: Detector | undefined;

/** Made at first use: it reads 2 MB of rules, which a command-line run that signs nobody in need not wait for. */
function detector(): Detector {
  const DeviceDetector = require('node-device-detector') as new (options: object) => Detector;
  made ??= new DeviceDetector({ clientIndexes: true, deviceIndexes: true, osIndexes: true, deviceAliasCode: false });
  return made;
}

/** Systems whose agent never names a model worth knowing. Looking for one would cost up to 100 ms of the library's 2,000 brand rules. */
const withoutModel = /Windows NT|Macintosh|X11;|CrOS |iPhone|iPad|iPod/;

const libraryHints = ({ brands, platform, platformVersion, model, mobile }: Hints) => ({
  upgradeHeader: brands.length > 0,
  isMobile: mobile === true,
  formFactors: [],
  meta: {},
  prefers: { colorScheme: '' },
  os: { name: platform ?? '', platform: '', bitness: '', version: platformVersion ?? '' },
  client: { brands, version: '' },
  device: { model: model ?? '' },
});

/** What is known of an agent that is not worth asking the library about. */
export const nothingDetected: Detected = {
  osName: '',
  osFamily: '',
  osVersion: '',
  clientType: '',
  clientName: '',
  clientVersion: '',
  engine: '',
  brand: '',
  model: '',
  deviceType: '',
};

function detectWith(parser: Detector, agent: string, hints: Hints): Detected {
  const given = libraryHints(hints);
  const os = parser.parseOs(agent, given);
  const client = parser.parseClient(agent, given);
  const device = hints.model === null && withoutModel.test(agent) ? {} : parser.parseDevice(agent, given);
  const { type } = parser.parseDeviceType(agent, os, client, device, given);
  return {
    osName: os.name ?? '',
    osFamily: os.family ?? '',
    osVersion: os.version ?? '',
    clientType: client.type ?? '',
    clientName: client.name ?? '',
    clientVersion: client.version ?? '',
    engine: client.engine ?? '',
    brand: device.brand ?? '',
    model: device.model ?? '',
    deviceType: type ?? '',
  };
}

/** The library's view. Total: an agent that makes it fail is one about which nothing is known. */
export function detect(agent: string, hints: Hints): Detected {
  try {
    return detectWith(detector(), agent, hints);
  } catch {
    return nothingDetected;
  }
}
