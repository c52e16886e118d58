import { agentOf, type Headers, type Hints, readHints } from './describe-client-hints.ts';

/** In what a client's claims about itself disagree. Honest browsers never do; a changed user agent or a crude bot does. */
export type ClientContradiction =
  | 'hints_disagree_with_agent'
  | 'mobile_flag_disagrees_with_agent'
  | 'version_disagrees_with_agent'
  | 'engine_disagrees_with_agent';

/** Android and ChromeOS browsers speak as desktop Linux when the reader asks for the desktop site, so the three count as one. */
const platformFamily = (platform: string): string | null => {
  if (/^windows$/i.test(platform)) return 'windows';
  if (/^mac ?os/i.test(platform)) return 'mac';
  return /^(android|linux|chrom(e|ium) os)$/i.test(platform) ? 'linux' : null;
};

const agentFamily = (agent: string): string | null => {
  if (/\bWindows NT\b/.test(agent)) return 'windows';
  if (/\bMacintosh\b/.test(agent)) return 'mac';
  return /\b(Android|X11; Linux|CrOS)\b/.test(agent) ? 'linux' : null;
};

const chromiumIn = (agent: string): string | undefined => /\bChrom(?:e|ium)\/(\d+)/.exec(agent)?.[1];

const platformsDisagree = (agent: string, { platform }: Hints): boolean => {
  const hinted = platformFamily(platform ?? '');
  const told = agentFamily(agent);
  return hinted !== null && told !== null && hinted !== told;
};

/** Only where the agent is plainly a desktop's or plainly a phone's. */
const mobileDisagrees = (agent: string, { mobile }: Hints): boolean =>
  (mobile === true && /\b(Windows NT|Macintosh|CrOS)\b/.test(agent)) || (mobile === false && /\bAndroid\b.*\bMobile Safari\//.test(agent));

const versionsDisagree = (agent: string, { brands }: Hints): boolean => {
  const hinted = brands.find(({ brand }) => brand === 'Chromium')?.version.split('.')[0];
  const told = chromiumIn(agent);
  return hinted !== undefined && told !== undefined && hinted !== told;
};

/** Only Chromium sends brands. */
const enginesDisagree = (agent: string, { brands }: Hints): boolean =>
  brands.length > 0 && chromiumIn(agent) === undefined && /\b(Firefox\/|Version\/[\d.]+ (?:Mobile\/\w+ )?Safari\/)/.test(agent);

/** The contradictions in one request's headers, in a fixed order. What is missing contradicts nothing. */
export function clientContradictions(headers: Headers): ClientContradiction[] {
  const agent = agentOf(headers);
  const hints = readHints(headers);
  const found: [ClientContradiction, boolean][] = [
    ['hints_disagree_with_agent', platformsDisagree(agent, hints)],
    ['mobile_flag_disagrees_with_agent', mobileDisagrees(agent, hints)],
    ['version_disagrees_with_agent', versionsDisagree(agent, hints)],
    ['engine_disagrees_with_agent', enginesDisagree(agent, hints)],
  ];
  return found.filter(([, holds]) => holds).map(([code]) => code);
}
