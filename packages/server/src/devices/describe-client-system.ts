import type { Client } from '@warder/api';
import type { Detected } from './describe-client-detector.ts';
import type { Hints } from './describe-client-hints.ts';
import { major, majorMinor, type Program, productText } from './describe-client-program.ts';

/** What the program runs on. */
export type System = Pick<Client, 'os' | 'osVersion' | 'model' | 'form'>;

/** Safari on an iPad says by default that it runs on a Mac, letter for letter; nothing in a request tells the two apart. */
export const macOrIpad = 'Mac or iPad';

const osNames: Readonly<Record<string, string>> = { Mac: 'macOS', 'Chrome OS': 'ChromeOS', 'Chromium OS': 'ChromeOS' };

/** Distributions count as Linux: browsers name them in one release and not in the next, which is no new system. */
const isLinux = ({ osName, osFamily }: Detected): boolean => osFamily === 'GNU/Linux' || osName === 'GNU/Linux';

/** Browsers that exist on iOS alone under these tokens, even when they claim a Mac ("desktop site" on an iPad). */
const iosOnly = /\b(?:CriOS|FxiOS|EdgiOS|OPiOS|OPT)\/\d/;
const isSafari = (agent: string): boolean =>
  /Version\/\d[\d.]* (?:Mobile\/\w+ )?Safari\//.test(agent) && !/Chrom(?:e|ium)\//.test(agent) && !iosOnly.test(agent);

function osOf(agent: string, hints: Hints, detected: Detected, program: Program): string | null {
  if (program.kind === 'api') return osNamedIn(agent);
  if (/\biPad\b/.test(agent)) return 'iPadOS';
  if (/\bMacintosh\b/.test(agent) && hints.platform === null) {
    if (iosOnly.test(agent)) return 'iPadOS';
    if (isSafari(agent)) return macOrIpad;
  }
  if (detected.osName === '') return null;
  return isLinux(detected) ? 'Linux' : (osNames[detected.osName] ?? productText(detected.osName));
}

/** A library runs anywhere; only a system that its agent names outright is believed (the detector takes every OkHttp for Android). */
function osNamedIn(agent: string): string | null {
  const [named] = /Windows|Android|Darwin|Mac ?OS|Linux/i.exec(agent) ?? [];
  if (named === undefined) return null;
  return /^(darwin|mac)/i.test(named) ? 'macOS' : named.charAt(0).toUpperCase() + named.slice(1).toLowerCase();
}

/**
 * Windows 10 and 11 send the same agent; the platform version tells them apart.
 * @see https://learn.microsoft.com/microsoft-edge/web-platform/how-to-detect-win11
 */
const leastWindows11 = 13;

function windowsVersion(hints: Hints, { osVersion }: Detected): string | null {
  const hinted = Number(major(hints.platformVersion ?? '') ?? Number.NaN);
  if (hinted >= leastWindows11) return '11';
  if (hinted >= 1) return '10';
  return osVersion === '10' || osVersion === '11' ? null : majorMinor(osVersion);
}

/** Every browser has said "10_15_7" (Firefox "10.15") since macOS 11, so that it says nothing; only other versions mean themselves. */
function macVersion(agent: string, hints: Hints): string | null {
  if (hints.platformVersion !== null) return major(hints.platformVersion);
  const [, release = '', minor = ''] = /Mac OS X (\d+)[._](\d+)/.exec(agent) ?? [];
  if (release === '10') return minor === '15' ? null : `10.${minor}`;
  return release === '' ? null : release;
}

/** The first version of iOS at which Safari stopped telling the true one: its agent stays at 18_6 or 18_7. */
const lastToldIos = { major: 18, minor: 6 };

/** On iOS and iPadOS Safari has the system's version; the frozen one in the parentheses counts only while it can be true. */
function iosVersion(agent: string): string | null {
  const told = /\bOS (\d{1,2})_(\d{1,2})/.exec(agent);
  const safari = isSafari(agent) ? (/Version\/(\d{1,2})\./.exec(agent)?.[1] ?? null) : null;
  if (safari !== null && Number(safari) > Number(told?.[1] ?? 0)) return safari;
  if (!told) return null;
  const frozen = Number(told[1]) === lastToldIos.major && Number(told[2]) >= lastToldIos.minor;
  return frozen && safari === null ? null : (told[1] ?? null);
}

/** Chrome's reduced agent says "Android 10; K" on every phone; 10 is then no version, and K no model. */
const reducedAndroid = /\bAndroid 10; K\b/;

function androidVersion(agent: string, hints: Hints, { osVersion }: Detected): string | null {
  if (hints.platform === 'Android' && hints.platformVersion !== null) return major(hints.platformVersion);
  return reducedAndroid.test(agent) ? null : major(osVersion);
}

function osVersionOf(os: string | null, agent: string, hints: Hints, detected: Detected): string | null {
  switch (os) {
    case 'Windows':
      return windowsVersion(hints, detected);
    case 'macOS':
      return macVersion(agent, hints);
    case 'iOS':
    case 'iPadOS':
      return iosVersion(agent) ?? (/CFNetwork\//.test(agent) ? major(detected.osVersion) : null);
    case 'Android':
      return androidVersion(agent, hints, detected);
    // Kernel and build numbers mean nothing to people.
    case 'Linux':
    case 'ChromeOS':
    case macOrIpad:
    case null:
      return null;
    default:
      return major(detected.osVersion);
  }
}

function modelOf(os: string | null, agent: string, { brand, model }: Detected): string | null {
  const apple = /\b(iPhone|iPad|iPod)\b/.exec(agent)?.[1];
  if (apple !== undefined) return apple;
  if (os === 'iPadOS') return 'iPad';
  if (model === '' || model === 'K' || os === 'macOS' || os === macOrIpad) return null;
  return productText(brand === '' || model.toLowerCase().startsWith(brand.toLowerCase()) ? model : `${brand} ${model}`);
}

const forms: Readonly<Record<string, Client['form']>> = {
  desktop: 'desktop',
  smartphone: 'phone',
  phablet: 'phone',
  'feature phone': 'phone',
  tablet: 'tablet',
  tv: 'tv',
};
const formsByOs: Readonly<Record<string, Client['form']>> = {
  Windows: 'desktop',
  macOS: 'desktop',
  [macOrIpad]: 'desktop',
  Linux: 'desktop',
  ChromeOS: 'desktop',
  iOS: 'phone',
  iPadOS: 'tablet',
};

function formOf(os: string | null, agent: string, hints: Hints, { deviceType }: Detected, program: Program): Client['form'] {
  if (program.kind === 'api') return 'other';
  if (os === 'iPadOS') return 'tablet';
  const known = forms[deviceType];
  if (known !== undefined) return known;
  if (deviceType !== '') return 'other';
  if (os === 'Android') return hints.mobile === true || /\bMobile\b/.test(agent) ? 'phone' : 'tablet';
  return formsByOs[os ?? ''] ?? 'other';
}

/** Which system and machine the program runs on, and null for whatever is not truly told. */
export function systemOf(agent: string, hints: Hints, detected: Detected, program: Program): System {
  const os = osOf(agent, hints, detected, program);
  if (program.kind === 'api') return { os, osVersion: null, model: null, form: 'other' };
  return {
    os,
    osVersion: osVersionOf(os, agent, hints, detected),
    model: modelOf(os, agent, detected),
    form: formOf(os, agent, hints, detected, program),
  };
}
