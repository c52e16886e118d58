import type { Judgement, Locale } from '@warder/api';
import { describeSystem } from './describe-client.ts';
import { describeCountry } from './describe-place.ts';
import { describeHour } from './describe-time.ts';
import { listFormat } from './formatters.ts';
import { languageTag } from './locale.ts';
import type { Translator } from './translator.ts';

const contradictionCodes = [
  'hints_disagree_with_agent',
  'mobile_flag_disagrees_with_agent',
  'version_disagrees_with_agent',
  'engine_disagrees_with_agent',
] as const;

/** Codes of {@link contradictionCodes} separated by spaces, as a list of words. A code that is not known here still says that something is off. */
function describeContradictions(codes: string, t: Translator, locale: Locale): string {
  const said = codes.split(' ').map((code) => {
    const known = contradictionCodes.find((one) => one === code);
    return t(known ? `judgements.${known}` : 'judgements.other_contradiction');
  });
  return listFormat(languageTag(locale), { type: 'conjunction' }).format(new Set(said));
}

/** One remark about a device as a sentence (DEV-3). */
export function describeJudgement({ code, values }: Judgement, t: Translator, locale: Locale): string {
  const text = (name: string): string => String(values[name] ?? '');
  switch (code) {
    case 'new_country':
      return t('judgements.new_country', { country: describeCountry(text('country'), locale) });
    case 'strange_system':
      return t('judgements.strange_system', { system: describeSystem(text('system'), t) });
    case 'unusual_hour':
      return t('judgements.unusual_hour', { hour: describeHour(Number(values['hour']), locale) });
    case 'contradicting_client':
      return t('judgements.contradicting_client', { contradictions: describeContradictions(text('contradictions'), t, locale) });
    case 'resembles_device':
      return text('name') === '' ? t('judgements.resembles_a_device') : t('judgements.resembles_device', values);
    case 'new_device':
    case 'new_city':
    case 'unused_90_days':
    case 'anonymised_network':
    case 'online_stranger':
      return t(`judgements.${code}`, values);
  }
}
