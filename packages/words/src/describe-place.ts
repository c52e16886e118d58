import type { Anonymity, Locale, Origin } from '@warder/api';
import { describeDate, tidyUnits } from './describe-time.ts';
import { numberFormat, regionNames } from './formatters.ts';
import { languageTag } from './locale.ts';
import type { Translator } from './translator.ts';

/** The country's name in the reader's language; the code itself when it is none that is known. */
export function describeCountry(country: string, locale: Locale): string {
  if (!/^[A-Z]{2}$/.test(country)) return country;
  return regionNames(languageTag(locale)).of(country) ?? country;
}

/** "Lagos, Nigeria"; "Local network" for an address without a place; "Unknown place" when nothing is known. */
export function describePlace({ kind, country, city, region }: Origin, locale: Locale, t: Translator): string {
  if (kind === 'local') return t('common.localNetwork');
  if (country === null) return t('common.unknownPlace');
  const part = city ?? region;
  const name = describeCountry(country, locale);
  return part === null ? name : t('common.cityInCountry', { city: part, country: name });
}

/** "200 km", which no line end may part. */
const distance = (kilometres: number, locale: Locale): string => {
  const format = numberFormat(languageTag(locale), { style: 'unit', unit: 'kilometer', maximumFractionDigits: 0 });
  return tidyUnits(format.format(kilometres), locale).replace(' ', '\u00A0');
};

/** "within about 200 km", or null when no radius is known. */
export const describeRadius = ({ radiusKm, country }: Origin, locale: Locale, t: Translator): string | null =>
  radiusKm === null || country === null ? null : t('common.withinDistance', { distance: distance(radiusKm, locale) });

/** The place with how far off it may be: "Lagos, Nigeria (approximate, within about 200 km)". For mails and details. */
export function describeEstimatedPlace(origin: Origin, locale: Locale, t: Translator): string {
  const place = describePlace(origin, locale, t);
  if (origin.kind !== 'public' || origin.country === null) return place;
  if (origin.radiusKm === null) return t('common.placeApproximate', { place });
  return t('common.placeWithinDistance', { place, distance: distance(origin.radiusKm, locale) });
}

/** "VPN". Where that is known from, {@link describeAnonymitySource} says. */
export const describeAnonymity = ({ kind }: Anonymity, t: Translator): string => t(`common.anonymity_${kind}`);

/** "According to exit-list, as of Nov 20, 2026". */
export function describeAnonymitySource({ source, asOf }: Anonymity, locale: Locale, t: Translator): string {
  if (asOf === null) return t('common.anonymitySource', { source });
  return t('common.anonymitySourceDated', { source, date: describeDate(asOf, { locale, timeZone: 'UTC' }) });
}
